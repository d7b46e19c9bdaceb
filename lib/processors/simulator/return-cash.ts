import { addBusinessDays } from "#lib/business-days";
import { day } from "#lib/clock";
import type {
  CashReturnAnswer,
  CashReturnRequest,
  ReturnTransferRequest,
  TransferEnd,
} from "../processor.ts";
import { digits, type Source } from "./invented.ts";
import { payoutFailureOf } from "./payout-accounts.ts";

/**
 * What becomes of money that goes back to the bank it came from: it arrives on the next business day. What the part of
 * the customer's address before its @ ends in says otherwise.
 */
export function returnCash({ email, now }: CashReturnRequest, source: Source): CashReturnAnswer {
  const customer = email?.split("@")[0] ?? "";
  const arrives = (from: number) => arrival(from, source);
  if (customer.endsWith("account_closed")) return { result: "pending", end: refusal(now) };
  const answers = customer.endsWith("bank_unknown");
  if (email === null || !(answers || customer.endsWith("fill_never"))) {
    return { result: "pending", end: arrives(now) };
  }
  const at = addBusinessDays(now, 1);
  const answer = answers ? { at, end: arrives(at) } : null;
  return { result: "requires_action", expiresAt: now + answersWithin, answer };
}

/** What becomes of it at the account that the customer named: where payouts come back from, so does this. */
export function sendReturn({ reference, now }: ReturnTransferRequest, source: Source): TransferEnd {
  return payoutFailureOf(reference) === null ? arrival(now, source) : refusal(now);
}

function arrival(from: number, source: Source): TransferEnd {
  const reference = digits(source, "cash return", 12);
  return { at: addBusinessDays(from, 1), result: "succeeded", reference };
}

function refusal(from: number): TransferEnd {
  return { at: addBusinessDays(from, 1), result: "failed", reason: "declined" };
}

/** For how long a customer may name their bank account. */
const answersWithin = 45 * day;
