import { minute } from "#lib/clock";
import type { RefundAnswer, RefundRequest } from "../processor.ts";
import { delays } from "./debit-outcomes.ts";
import { digits, type Source } from "./invented.ts";
import { resolve } from "./reference.ts";

/** What becomes of a refund. Cards answer at once, but for the two whose answer changes; banks take a moment. */
export function returnMoney({ reference, asReversal, now }: RefundRequest, source: Source): RefundAnswer {
  const found = resolve(reference);
  const behaviour = found.type === "card" ? found.card.behaviour.refund : "debit";
  switch (behaviour) {
    case "debit":
      return pending(now + delays.promptly);
    case "succeeds_later":
      return pending(now + changesAfter);
    case "fails_later":
      return {
        ...sent(source),
        later: { at: now + changesAfter, result: "failed", reason: "expired_or_canceled_card" },
      };
    default:
      return asReversal ? reversed : sent(source);
  }
}

const changesAfter = minute;

const reversed: RefundAnswer = {
  result: "succeeded",
  type: "reversal",
  referenceNumber: null,
  referenceType: null,
  later: null,
};

function pending(at: number): RefundAnswer {
  return {
    result: "pending",
    type: "refund",
    referenceNumber: null,
    referenceType: null,
    later: { at, result: "succeeded" },
  };
}

/** The network's reference has 23 digits (ISO 8583); the bank finds the refund by it. */
function sent(source: Source) {
  return {
    result: "succeeded",
    type: "refund",
    referenceNumber: `7${digits(source, "acquirer reference", 22)}`,
    referenceType: "acquirer_reference_number",
    later: null,
  } as const;
}
