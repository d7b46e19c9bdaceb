import type { PayoutStatus } from "#db/schema/payouts";
import { invalid } from "#lib/errors";
import type { ExternalAccountRow } from "#lib/external-accounts/wire";
import type { PayoutRow } from "./wire.ts";

export type PayoutAction = "cancel" | "reverse" | "retry";

const allowed = {
  cancel: ["pending"],
  reverse: ["paid"],
  retry: ["failed"],
} satisfies Record<PayoutAction, PayoutStatus[]>;

/** Countries whose banks a payout can be taken back from. */
const reversible = new Set(["US", "CA"]);

export type PayoutObstacle = "wrong_status" | "automatic" | "a_debit" | "reversed" | "a_card" | "country";

/** Why something cannot be done with a payout now; null when it can. The screen explains with the same word. */
export function whyNot(
  action: PayoutAction,
  payout: PayoutRow,
  destination: Pick<ExternalAccountRow, "country">,
): PayoutObstacle | null {
  const statuses: readonly PayoutStatus[] = allowed[action];
  if (action === "cancel" && payout.automatic) return "automatic";
  if (action !== "cancel" && payout.amount < 0) return "a_debit";
  if (action === "reverse" && payout.reversedById !== null) return "reversed";
  if (!statuses.includes(payout.status)) return "wrong_status";
  if (action !== "reverse") return null;
  if (payout.type === "card") return "a_card";
  return reversible.has(destination.country) ? null : "country";
}

/** Throws unless it can be done. */
export function assertMay(
  action: Exclude<PayoutAction, "retry">,
  payout: PayoutRow,
  destination: Pick<ExternalAccountRow, "country">,
): void {
  const obstacle = whyNot(action, payout, destination);
  if (obstacle === null) return;
  const past = action === "cancel" ? "canceled" : "reversed";
  const because = {
    wrong_status:
      action === "cancel"
        ? `Payouts can only be canceled while they are pending; this one is ${payout.status}.`
        : `Payouts can only be reversed once they are paid; this one is ${payout.status}.`,
    automatic: "Automatic payouts cannot be canceled.",
    a_debit: "It took money from the bank account already.",
    reversed: `It was reversed before, by ${payout.reversedById}.`,
    a_card: "Only payouts to bank accounts can be reversed.",
    country: "Only payouts to bank accounts in the United States and Canada can be reversed.",
  };
  throw invalid(`Payout ${payout.id} cannot be ${past}. ${because[obstacle]}`, {
    code: obstacle === "wrong_status" ? "payout_unexpected_state" : undefined,
  });
}
