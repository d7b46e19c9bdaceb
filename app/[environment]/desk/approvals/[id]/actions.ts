"use server";

import { z } from "zod";
import { decideApproval } from "#lib/approvals/decide-approval";
import { withdrawApproval } from "#lib/approvals/withdraw-approval";
import type { Viewer } from "#lib/auth/viewer";
import type { ErrorFacts } from "#lib/errors";
import { paths } from "#lib/paths";
import { formAction, operationFormAction } from "../../../../_server/form-action";
import { lateCodes } from "../approval-words";

const decision = z.strictObject({
  approval: z.string(),
  verdict: z.enum(["approve", "decline"]),
  reason: z.string().trim().min(1, "required").max(500, "too_long"),
});

export const decide = operationFormAction(
  decision,
  (viewer, { approval: approvalId, verdict, reason }) =>
    decideApproval(viewer, { approvalId, verdict, reason }),
  {
    next: (viewer, made) => paths.approval(viewer, ("approvalId" in made ? made.approvalId : made.id) ?? ""),
    refused: tooLate,
  },
);

export const withdraw = formAction(
  z.strictObject({ approval: z.string() }),
  (viewer, { approval }) => withdrawApproval(viewer, approval),
  { next: (viewer, { id }) => paths.approval(viewer, id), refused: tooLate },
);

/** The form is gone where somebody was quicker: the page says so. */
function tooLate(viewer: Viewer, { code }: ErrorFacts, { approval }: { approval: string }): string | null {
  return lateCodes.some((late) => late === code) ? `${paths.approval(viewer, approval)}?late=${code}` : null;
}
