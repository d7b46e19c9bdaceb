import { Icon } from "./icon";
import type { IconName } from "./icon-names";

type IconButtonProps = { icon: IconName; label: string } & (
  { href: string } | { type?: "submit" | "button"; name?: string; value?: string }
);

/** A quiet button or link that is only an icon; `label` says what it does. */
export function IconButton({ icon, label, ...target }: IconButtonProps) {
  if ("href" in target) {
    return (
      <a className="ui-icon-button" aria-label={label} title={label} href={target.href}>
        <Icon name={icon} />
      </a>
    );
  }
  return (
    <button
      className="ui-icon-button"
      aria-label={label}
      title={label}
      type={target.type ?? "submit"}
      {...target}
    >
      <Icon name={icon} />
    </button>
  );
}
