import type { ReactNode } from "react";

export type Tab = { href: string; label: string; count?: ReactNode; current?: boolean };

/** Ways to look at one thing, each with its own address. */
export function Tabs({ label, tabs, small }: { label: string; tabs: Tab[]; small?: true }) {
  return (
    <nav className="ui-tabs" aria-label={label} data-small={small && ""}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? "page" : undefined}>
          {tab.label} {tab.count !== undefined && <span>{tab.count}</span>}
        </a>
      ))}
    </nav>
  );
}
