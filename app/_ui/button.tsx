import { type ReactNode, useId } from "react";

import { Icon } from "./icon";
import type { IconName } from "./icon-names";

type Look = {
  children: ReactNode;
  tone?: "primary" | "secondary" | "danger" | "quiet";
  icon?: IconName;
  /** Stands after the words: a chevron, a key. */
  after?: ReactNode;
};

type ButtonProps = Look & {
  /** Why this cannot be done now. The button stays in reach and tells it on hover and focus. */
  disabledReason?: string | null;
  type?: "submit" | "button";
  name?: string;
  value?: string;
  formAction?: (data: FormData) => void | Promise<void>;
  popoverTarget?: string;
};

/** Does something: submits its form unless told otherwise. */
export function Button({ disabledReason, type = "submit", ...props }: ButtonProps) {
  if (disabledReason) return <ButtonWithReason {...props} reason={disabledReason} />;
  const { children, tone = "secondary", icon, after, ...attributes } = props;
  return (
    <button className="ui-button" data-tone={tone} type={type} {...attributes}>
      {icon && <Icon name={icon} />}
      {children}
      {after}
    </button>
  );
}

type LinkProps = Look & {
  href: string;
  /** The key that goes there from anywhere on the page, told beside the words. */
  shortcut?: "n" | "r";
};

/** Goes somewhere, and looks like a button. */
export function ButtonLink({ href, children, tone = "secondary", icon, after, shortcut }: LinkProps) {
  return (
    <a
      className="ui-button"
      data-tone={tone}
      href={href}
      data-shortcut={shortcut}
      aria-keyshortcuts={shortcut}
    >
      {icon && <Icon name={icon} />}
      {children}
      {after}
      {shortcut && (
        <kbd className="ui-kbd ui-needs-script" aria-hidden="true">
          {shortcut}
        </kbd>
      )}
    </a>
  );
}

function ButtonWithReason({ reason, children, icon, tone }: Look & { reason: string }) {
  const id = useId();
  return (
    <span className="ui-why">
      <button className="ui-button" data-tone={tone} type="button" aria-disabled="true" aria-describedby={id}>
        {icon && <Icon name={icon} />}
        {children}
      </button>
      <span className="ui-why-text" role="tooltip" id={id}>
        {reason}
      </span>
    </span>
  );
}
