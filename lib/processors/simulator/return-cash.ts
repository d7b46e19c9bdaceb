import { addBusinessDays } from "#lib/business-days";
import { day } from "#lib/clock";
import type { CashReturnAnswer, CashReturnRequest, TransferEnd } from "../processor.ts";
import { digits, type Source } from "./invented.ts";

/**
 * What becomes of money that goes back to the bank it came from: it arrives on the next business day. What the part of
 * the customer's address before its @ ends in says otherwise.
 */
export function returnCash({ email, now }: CashReturnRequest, source: Source): CashReturnAnswer {
  const customer = email?.split("@")[0] ?? "";
  const arrives = (from: number): TransferEnd => ({
    at: addBusinessDays(from, 1),
    result: "succeeded",
    reference: digits(source, "cash return", 12),
  });
  if (customer.endsWith("account_closed")) {
    return { result: "pending", end: { at: addBusinessDays(now, 1), result: "failed", reason: "declined" } };
  }
  const answers = customer.endsWith("bank_unknown");
  if (email === null || !(answers || customer.endsWith("fill_never"))) {
    return { result: "pending", end: arrives(now) };
  }
  const at = addBusinessDays(now, 1);
  const answer = answers ? { at, end: arrives(at) } : null;
  return { result: "requires_action", expiresAt: now + answersWithin, answer };
}

/** For how long a customer may name their bank account. */
const answersWithin = 45 * day;
