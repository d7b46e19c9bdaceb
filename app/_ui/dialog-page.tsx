import type { ReactNode } from "react";

import { IconButton } from "./icon-button";

type DialogPageProps = {
  title: string;
  /** Where closing goes back to. */
  close: { href: string; label: string };
  children: ReactNode;
};

/** A page that asks one thing: a refund, a cancellation. */
export function DialogPage({ title, close, children }: DialogPageProps) {
  return (
    <article className="ui-dialog">
      <header>
        <h1>{title}</h1>
        <IconButton icon="x" label={close.label} href={close.href} />
      </header>
      {children}
    </article>
  );
}
