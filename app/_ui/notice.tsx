import type { ReactNode } from "react";

import { Icon } from "./icon";
import type { IconName } from "./icon-names";

const icons = {
  plain: "info",
  good: "circle-check",
  wait: "clock",
  hurt: "triangle-exclamation-point",
} satisfies Record<string, IconName>;

type NoticeProps = {
  tone?: keyof typeof icons;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
};

/** Something to know before going on. A hurtful one is announced. */
export function Notice({ tone = "plain", title, children, action }: NoticeProps) {
  return (
    <div className="ui-notice" data-tone={tone} role={tone === "hurt" ? "alert" : undefined}>
      <Icon name={icons[tone]} />
      <div>
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
      {action}
    </div>
  );
}
