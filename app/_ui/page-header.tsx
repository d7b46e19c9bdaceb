import type { ReactNode } from "react";
import { EmailText } from "./email-text";

export type Crumb = { label: string; href?: string };

type PageHeaderProps = {
  /** The thing itself: its name or its amount. */
  title: ReactNode;
  /** Said more quietly on the same line: "from Hugo Marchetti". */
  titleAside?: ReactNode;
  /** Where it stands, in a sentence, usually a `Status`. */
  state?: ReactNode;
  /** Buttons; the main one last. */
  actions?: ReactNode;
  breadcrumb?: { label: string; crumbs: Crumb[] };
};

/** The first line of a page. */
export function PageHeader({ title, titleAside, state, actions, breadcrumb }: PageHeaderProps) {
  return (
    <header className="ui-header">
      <div className="ui-header-text">
        {breadcrumb && <Breadcrumb {...breadcrumb} />}
        <h1>
          {typeof title === "string" ? <EmailText>{title}</EmailText> : title}{" "}
          {titleAside && <small>{titleAside}</small>}
        </h1>
        {state && <div>{state}</div>}
      </div>
      {actions && <div className="ui-actions">{actions}</div>}
    </header>
  );
}

function Breadcrumb({ label, crumbs }: { label: string; crumbs: Crumb[] }) {
  return (
    <nav aria-label={label}>
      <ol className="ui-breadcrumb">
        {crumbs.map(({ label: name, href }) => (
          <li key={name}>
            {href ? (
              <a className="ui-crumb" href={href}>
                {name}
              </a>
            ) : (
              name
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Wraps a page's header and sections in their rhythm. */
export function Page({ children }: { children: ReactNode }) {
  return <div className="ui-page">{children}</div>;
}
