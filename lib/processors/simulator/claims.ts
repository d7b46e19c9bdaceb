import { day } from "#lib/clock";
import type { Claim, ClaimedPayment, DisputeClaim } from "../processor.ts";

/** What the banks of the test instruments say of a payment. */
export function claimsOf(payment: ClaimedPayment): Claim[] {
  const { futureDispute, amount } = payment;
  switch (futureDispute) {
    case null:
      return [];
    case "early_fraud_warning":
      return [{ kind: "fraud_warning", fraudType: "misc" }];
    case "inquiry":
      return [cardClaim(payment, { stage: "inquiry", reason: "fraudulent", caseType: "inquiry" })];
    case "noncompliant":
      return [
        cardClaim(payment, { reason: "noncompliant", caseType: "compliance", ...complianceOf(payment) }),
      ];
    case "debit_not_authorized":
      return [{ ...common, stage: "final", reason: futureDispute, amount, card: null, dueBy: null }];
    case "multiple_disputes":
      return halves(amount).map((half) => cardClaim({ ...payment, amount: half }, { reason: "fraudulent" }));
    case "compelling_evidence":
      return [cardClaim(payment, { reason: "fraudulent", enhanced: "visa_compelling_evidence_3" })];
    default:
      return [cardClaim(payment, { reason: futureDispute })];
  }
}

/** Until when a bank that asks on this day is to be answered: the end of the eighth day after, UTC. */
export function answerDue(now: number): number {
  return (Math.floor(now / day) + 9) * day - 1000;
}

const common = { kind: "dispute", enhanced: null } as const;

interface CardCase {
  stage?: "inquiry" | "chargeback";
  reason: string;
  caseType?: "chargeback" | "compliance" | "inquiry";
  enhanced?: DisputeClaim["enhanced"];
}

function cardClaim({ brand, amount, now }: ClaimedPayment, given: CardCase): DisputeClaim {
  const { stage = "chargeback", reason, caseType = "chargeback", enhanced = null } = given;
  const network = brand ?? "visa";
  const card = { network, caseType, reasonCode: codeOf(network, caseType === "inquiry" ? caseType : reason) };
  return { ...common, stage, reason, amount, card, enhanced, dueBy: answerDue(now) };
}

function complianceOf({ brand }: ClaimedPayment): Pick<DisputeClaim, "enhanced"> {
  return { enhanced: brand === "mastercard" ? "mastercard_compliance" : "visa_compliance" };
}

/** What networks call the reasons that occur here. Source: https://docs.stripe.com/disputes/categories */
const codes: Record<string, Record<string, string>> = {
  visa: { fraudulent: "10.4", product_not_received: "13.1", inquiry: "10", noncompliant: "98" },
  mastercard: { fraudulent: "4837", product_not_received: "4853", noncompliant: "C" },
  amex: { fraudulent: "F29", product_not_received: "C08", inquiry: "193" },
  discover: { fraudulent: "UA02", product_not_received: "RG" },
};

/** What a network calls a reason; Visa's word where it has none here. */
export function codeOf(network: string | null, reason: string): string {
  return codes[network ?? "visa"]?.[reason] ?? codes.visa?.[reason] ?? "10.4";
}

/** Two disputes never ask for more than was paid. */
function halves(amount: number): number[] {
  const first = Math.ceil(amount / 2);
  return amount > first ? [first, amount - first] : [first];
}
