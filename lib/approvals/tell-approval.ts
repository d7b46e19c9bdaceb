import type { Tx } from "#lib/auth/viewer";
import { namesOf } from "#lib/discretion/names-of";
import type { Fact } from "#lib/notifications/fact-lines";
import { notify } from "#lib/notifications/notify";
import { paths } from "#lib/paths";
import { approversBut } from "./approvers.ts";
import { type ApprovalRow, linesOf } from "./reserve.ts";

/** Tells everybody who may approve it that a refund waits. */
export async function tellAsked(tx: Tx, approval: ApprovalRow): Promise<void> {
  const approvers = await approversBut(tx, approval.askedById);
  await notify(tx, "approval_asked", {
    ...(await aboutApproval(tx, approval)),
    facts: [
      await amountOf(tx, approval),
      ...(approval.note ? [{ fact: "note" as const, text: approval.note }] : []),
      { fact: "due", at: approval.expiresAt },
    ],
    to: approvers.map(({ personId }) => personId),
  });
}

/** Tells whoever asked what became of it. */
export async function tellDecided(tx: Tx, approval: ApprovalRow): Promise<void> {
  const reason = approval.decisionReason;
  await notify(tx, noticeOf(approval), {
    ...(await aboutApproval(tx, approval)),
    facts: [await amountOf(tx, approval), ...(reason ? [{ fact: "note" as const, text: reason }] : [])],
    to: [approval.askedById],
  });
}

async function aboutApproval(tx: Tx, { id }: ApprovalRow) {
  return {
    subjectId: id,
    path: paths.approval(tx.viewer, id),
    permission: "refunds:write" as const,
    names: await namesOf(tx, [id]),
  };
}

function noticeOf({ state }: ApprovalRow) {
  if (state === "approved") return "approval_given";
  if (state === "denied") return "approval_refused";
  return state === "overtaken" ? "approval_overtaken" : "approval_expired";
}

/** One refund in its own currency; a run as an estimate in the account's. */
async function amountOf(tx: Tx, approval: ApprovalRow): Promise<Fact> {
  const [line, ...more] = await linesOf(tx, approval.id);
  const { amount, currency } =
    line && more.length === 0
      ? line
      : { amount: approval.estimate, currency: tx.viewer.environment.currency };
  return { fact: "amount", amount, currency };
}
