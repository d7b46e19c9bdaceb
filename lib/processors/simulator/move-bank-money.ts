import { addBusinessDays } from "#lib/business-days";
import { minute } from "#lib/clock";
import type { BankTransferAnswer, PayOutRequest, TopUpRequest } from "../processor.ts";
import { digits, type Source } from "./invented.ts";
import { isTakenBack, payoutFailureOf } from "./payout-accounts.ts";

/** Banks find out that an account is closed only after they have said that the money is there. */
const returnedAfter = 3;

/** What becomes of a payout: the bank takes it on, and says later how it ended. */
export function payOut({ reference, arrivesAt }: PayOutRequest, source: Source): BankTransferAnswer {
  const code = payoutFailureOf(reference);
  const traceId = digits(source, "payout trace", 15);
  if (code === null) return { traceId, endsAt: arrivesAt, failure: null };
  const at = code === "account_closed" ? addBusinessDays(arrivesAt, returnedAfter) : arrivesAt;
  return { traceId, endsAt: arrivesAt, failure: { code, at } };
}

/** What becomes of a top-up. Test banks answer within seconds; a transfer that the business makes itself arrives. */
export function topUp({ reference, now }: TopUpRequest, source: Source): BankTransferAnswer {
  const endsAt = now + (reference === null ? transferTakes : debitTakes);
  return { traceId: digits(source, "top-up trace", 15), endsAt, failure: failureOf(reference, endsAt) };
}

function failureOf(reference: string | null, endsAt: number): BankTransferAnswer["failure"] {
  if (reference === null) return null;
  const at = addBusinessDays(endsAt, returnedAfter);
  if (isTakenBack(reference)) return { code: "debit_not_authorized", at };
  const code = payoutFailureOf(reference);
  return code === null ? null : { code, at: endsAt };
}

const debitTakes = 2_000;
const transferTakes = minute;
