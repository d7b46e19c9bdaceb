import type { ReactNode } from "react";

import { Logo } from "./small";

type PlainPageProps = {
  title: ReactNode;
  /** Who speaks: the merchant on receipts; without it, Comptoir. */
  from?: string;
  children: ReactNode;
  /** Small print at the foot. */
  foot?: ReactNode;
};

/** A page outside the dashboard, one narrow column: signing in, a receipt. */
export function PlainPage({ title, from = "Comptoir", children, foot }: PlainPageProps) {
  return (
    <div className="ui-plain">
      <header className="ui-plain-from">
        {from === "Comptoir" && <Logo />}
        <span>{from}</span>
      </header>
      <main className="ui-page">
        <h1>{title}</h1>
        {children}
      </main>
      {foot && <footer className="ui-plain-foot">{foot}</footer>}
    </div>
  );
}
