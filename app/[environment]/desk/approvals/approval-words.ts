import type { ApprovalRow } from "#lib/approvals/reserve";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { StatusLook } from "../../../_ui/status";
import { moneyOf } from "../../../_words/money-of";

/** The mark and colour of each state. */
export const approvalLooks = {
  waiting: { tone: "wait", mark: "ring" },
  approved: { tone: "good", mark: "filled" },
  denied: { tone: "hurt", mark: "filled" },
  withdrawn: { tone: "plain", mark: "filled" },
  expired: { tone: "plain", mark: "filled" },
  overtaken: { tone: "plain", mark: "filled" },
} satisfies Record<ApprovalRow["state"], StatusLook>;

/** Which limit it goes beyond, and by how much. */
export function exceededWords(
  viewer: Viewer,
  { limit, allowed, reached }: ApprovalRow["exceeded"][number],
): string {
  const { currency } = viewer.environment;
  return translator(viewer.locale, "approvals")(`exceeded.${limit}`, {
    allowed: moneyOf(viewer, allowed, currency),
    reached: moneyOf(viewer, reached, currency),
  });
}

/** What is to be refunded: one refund's amount, or how many and about how much. */
export function askedWords(viewer: Viewer, { lineCount, estimate }: ApprovalRow): string {
  const amount = moneyOf(viewer, estimate, viewer.environment.currency);
  const t = translator(viewer.locale, "approvals");
  return lineCount === 1 ? t("refundOf", { amount }) : t("run", { count: lineCount, amount });
}

/** Why somebody's decision comes too late. */
export const lateCodes = ["approval_decided", "approval_expired"] as const;
