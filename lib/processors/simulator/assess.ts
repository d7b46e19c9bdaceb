import type { Checks, Risk } from "../processor.ts";
import { between, type Source } from "./invented.ts";
import type { CardBehaviour } from "./test-card.ts";

/** What was given to be checked: nothing given, nothing checked. */
export interface Given {
  cvcProvided: boolean;
  postalCode: string | null;
  line1: string | null;
}

/** What the issuer makes of the security code and the address. */
export function checksOf(behaviour: CardBehaviour, given: Given): Checks {
  const cvc = behaviour.decline === "incorrect_cvc" ? "fail" : (behaviour.cvc ?? "pass");
  return {
    cvc: given.cvcProvided ? cvc : null,
    postalCode: given.postalCode ? (behaviour.postalCode ?? "pass") : null,
    line1: given.line1 ? (behaviour.line1 ?? "pass") : null,
  };
}

/** How likely fraud is; the score is drawn from the payment, within its level's documented bounds. */
export function riskOf(behaviour: CardBehaviour, source: Source): Risk {
  const level = behaviour.risk ?? "normal";
  const [low, high] = riskScores[level];
  return { level, score: between(source, "risk", low, high) };
}

/** Bank debits are not screened, unless they are blocked. */
export const notAssessed: Risk = { level: "not_assessed", score: null };

export const nothingChecked: Checks = { cvc: null, postalCode: null, line1: null };

export const riskScores = { normal: [1, 64], elevated: [65, 74], highest: [75, 99] } as const;
