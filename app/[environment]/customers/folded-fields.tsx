import type { ReactNode } from "react";
import { Disclosure } from "../../_ui/disclosure";

/** Fields that few people fill in, folded away under what they are about. */
export function FoldedFields({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <Disclosure summary={summary}>
      <div className="ui-form">{children}</div>
    </Disclosure>
  );
}
