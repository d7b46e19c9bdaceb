import type { ReactNode } from "react";

import { Icon } from "./icon";
import type { IconName } from "./icon-names";

type MenuProps = {
  /** What opens it, as words (a button) or an icon with a label. */
  opener: { words: string } | { icon: IconName; label: string };
  /** The side of the opener it is aligned with. */
  side?: "start" | "end";
  children: ReactNode;
};

/** Choices that unfold from a button, without scripts too. */
export function Menu({ opener, side = "end", children }: MenuProps) {
  return (
    <details className="ui-menu" data-dismiss="" data-side={side}>
      {"words" in opener ? (
        <summary className="ui-button">
          {opener.words}
          <Icon name="chevron-down" />
        </summary>
      ) : (
        <summary className="ui-icon-button" aria-label={opener.label} title={opener.label}>
          <Icon name={opener.icon} />
        </summary>
      )}
      <div className="ui-panel">{children}</div>
    </details>
  );
}

type ItemLook = { children: ReactNode; icon?: IconName; tone?: "danger" };

/** A choice that goes somewhere; the current one carries a check. */
export function MenuLink({ href, children, icon, current }: ItemLook & { href: string; current?: boolean }) {
  return (
    <a className="ui-menu-item" href={href} aria-current={current ? "true" : undefined}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {current && <Icon name="check" />}
    </a>
  );
}

/** A choice that does something: stands in a form. */
export function MenuButton({
  children,
  icon,
  tone,
  ...attributes
}: ItemLook & { name?: string; value?: string }) {
  return (
    <button className="ui-menu-item" data-tone={tone} type="submit" {...attributes}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

/** A heading among choices. */
export function MenuTitle({ children }: { children: ReactNode }) {
  return <p className="ui-menu-title">{children}</p>;
}

/** A line between choices. */
export function MenuRule() {
  return <hr className="ui-menu-rule" />;
}
