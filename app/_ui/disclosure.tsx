import type { ReactNode } from "react";
import { Icon } from "./icon";

/** What not everybody wants to read, folded away under what it is. */
export function Disclosure({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="ui-disclosure">
      <summary>
        <Icon name="chevron-right" />
        {summary}
      </summary>
      {children}
    </details>
  );
}
