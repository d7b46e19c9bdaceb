import { type ReactNode, useId } from "react";

type MeaningProps = {
  /** What is told. */
  text: string;
  /** Where the word leads, in a row that leads there too. */
  href?: string;
  children: ReactNode;
};

/** A word that tells what it means to whoever points at it or comes to it with the keyboard, without scripts too. */
export function Meaning({ text, href, children }: MeaningProps) {
  const id = useId();
  return (
    <span className="ui-why ui-meaning">
      {href ? (
        <a className="text-current hover:no-underline" href={href} aria-describedby={id}>
          {children}
        </a>
      ) : (
        <span tabIndex={0} aria-describedby={id}>
          {children}
        </span>
      )}
      <span className="ui-why-text" role="tooltip" id={id}>
        {text}
      </span>
    </span>
  );
}
