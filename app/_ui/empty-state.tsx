import type { ReactNode } from "react";

/** What will be here, and the one step that fills it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="ui-empty">
      <p>{title}</p>
      <p>{children}</p>
      {action}
    </div>
  );
}
