import { isDeepStrictEqual } from "node:util";
import { addBusinessDays } from "#lib/business-days";
import type { DepositGuess, DepositKind, DepositsReading, DepositsSent } from "../processor.ts";
import { type DebitBehaviour, delays } from "./debit-outcomes.ts";

/** What can be said of deposits. Source: https://docs.stripe.com/payments/ach-direct-debit/accept-a-payment#test-account-numbers */
const readings = [
  { code: "SM11AA", amounts: [32, 45], reading: "right" },
  { code: "SM33CC", amounts: [10, 11], reading: "exhausted" },
  { code: "SM44DD", amounts: [40, 41], reading: "too_late" },
] as const;

/** What is made of a guess; the order of the sums is nobody's business. */
export function readDeposits(guess: DepositGuess): DepositsReading {
  const meant = readings.find(({ code, amounts }) =>
    guess.kind === "descriptor_code"
      ? guess.code === code
      : isDeepStrictEqual(ascending(guess.amounts), amounts),
  );
  return meant?.reading ?? "wrong";
}

/** They take one or two business days; one test account sends them back. */
export function sendDeposits({ failure }: DebitBehaviour, kind: DepositKind, now: number): DepositsSent {
  const failAt = failure === "payment_method_microdeposit_failed" ? now + delays.promptly : null;
  return {
    result: "requires_action",
    action: "verify_with_deposits",
    kind,
    arriveAt: addBusinessDays(now, 2),
    failAt,
  };
}

function ascending(amounts: readonly number[]): number[] {
  return amounts.toSorted((a, b) => a - b);
}
