import type { Viewer } from "#lib/auth/viewer";
import type { DisputeRow } from "#lib/disputes/wire";
import { paths } from "#lib/paths";

/** The way to an answer, in order. `earlier` is asked only where the network takes earlier payments as proof. */
export const steps = ["product", "evidence", "papers", "earlier", "letter"] as const;
export type Step = (typeof steps)[number];

export function stepsOf({ enhanced }: Pick<DisputeRow, "enhanced">): Step[] {
  return steps.filter((step) => step !== "earlier" || enhanced === "visa_compelling_evidence_3");
}

export function stepPath(viewer: Viewer, id: string, step: Step): string {
  return step === "product" ? paths.counterDispute(viewer, id) : paths.counterStep(viewer, id, step);
}

/** Where a finished step leads: to the next one, and after the last to the dispute. */
export function afterStep(viewer: Viewer, dispute: DisputeRow, step: Step): string {
  const way = stepsOf(dispute);
  const next = way[way.indexOf(step) + 1];
  return next ? stepPath(viewer, dispute.id, next) : paths.dispute(viewer, dispute.id);
}
