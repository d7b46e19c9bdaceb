import type { ReactNode } from "react";

import { Icon } from "./icon";

/** A row of filters; `aside` says what they leave. */
export function FilterChips({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <div className="ui-chips">
      {children}
      {aside && <p className="ui-chips-aside">{aside}</p>}
    </div>
  );
}

type FilterChipProps = {
  label: string;
  /** What it filters by now, in words; a chip without it is an offer. */
  value?: string | null;
  /** It chooses how rows are shown, not which. */
  quiet?: true;
  /** A GET form of the page's own. */
  children: ReactNode;
};

/** One filter: its name or its value, opening a small form. One is open at a time. */
export function FilterChip({ label, value, quiet, children }: FilterChipProps) {
  return (
    <details
      className="ui-chip"
      name="filters"
      data-dismiss=""
      data-active={value && !quiet ? "" : undefined}
      data-quiet={quiet ? "" : undefined}
    >
      <summary aria-label={value ? `${label}: ${value}` : label}>
        {!value && !quiet && <Icon name="plus" />}
        {value ?? label}
        {quiet && <Icon name="chevron-down" />}
      </summary>
      <div className="ui-panel">{children}</div>
    </details>
  );
}

/** A link among the chips, such as "Clear". */
export function ChipLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="ui-chip-link" href={href}>
      {children}
    </a>
  );
}
