import type { ReactNode } from "react";

type SectionProps = {
  title: ReactNode;
  /** A link or a quiet word at the right of the title. */
  aside?: ReactNode;
  id?: string;
  children: ReactNode;
};

/** A part of a page under its own heading and hairline. */
export function Section({ title, aside, id, children }: SectionProps) {
  return (
    <section className="ui-section" id={id}>
      <header>
        <h2>{title}</h2>
        {aside && <div>{aside}</div>}
      </header>
      {children}
    </section>
  );
}

type ColumnsProps = {
  main: ReactNode;
  aside: ReactNode;
  /** Where the facts must be known before what matters is done. */
  narrow?: "aside-first";
};

/** The page's body: what matters at the left, facts at the right, one under the other when it is narrow. */
export function Columns({ main, aside, narrow }: ColumnsProps) {
  return (
    <div className="ui-columns" data-narrow={narrow}>
      <Stack>{main}</Stack>
      <Stack>{aside}</Stack>
    </div>
  );
}

/** Sections one under the other. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className="ui-stack">{children}</div>;
}
