import type { AuthorizeAnswer, AuthorizeRequest } from "../processor.ts";
import { checksOf, riskOf } from "./assess.ts";
import { authenticate } from "./authenticate.ts";
import { declined } from "./declines.ts";
import { digits, type Source } from "./invented.ts";
import type { TestCard } from "./test-card.ts";

/** What becomes of a charge to a card: first the fraud screen, then 3-D Secure, then the bank. */
export function authorizeCard(
  card: TestCard,
  cvcProvided: boolean,
  request: AuthorizeRequest,
  source: Source,
): AuthorizeAnswer {
  const { behaviour } = card;
  const checks = checksOf(behaviour, { cvcProvided, ...request.checks });
  const risk = riskOf(behaviour, source);
  const block = blockOf(behaviour, request);
  if (block) return { ...block, risk, checks, authentication: null };

  const step = authenticate(card, request);
  if (step.next === "challenge") {
    return { result: "requires_action", action: "three_d_secure", risk, checks, authentication: null };
  }
  const assessed = { risk, checks, authentication: step.authentication };
  if (step.next === "stop") return { ...step.decline, ...assessed };
  if (behaviour.decline && !isUncheckedCode(card, cvcProvided)) {
    return { ...declined(behaviour.decline), ...assessed };
  }
  return {
    result: "succeeded",
    authorizationCode: digits(source, "authorization code", 6),
    networkTransactionId: digits(source, "network transaction", 15),
    futureDispute: behaviour.dispute ?? null,
    availableAtOnce: behaviour.availableAtOnce ?? false,
    review: behaviour.risk === "elevated" && !request.allowedBy ? "rule" : null,
    allowedBy: request.allowedBy ?? null,
    ...assessed,
  };
}

/** A security code that was not given cannot be wrong. */
export function isUncheckedCode(card: TestCard, cvcProvided: boolean): boolean {
  return card.behaviour.decline === "incorrect_cvc" && !cvcProvided;
}

/** What keeps it from the network: its risk, unless the business lets it pass, or a rule of the business's own. */
function blockOf({ blocked }: TestCard["behaviour"], { blockedBy: rule, allowedBy }: AuthorizeRequest) {
  if (blocked === "always" || (blocked && !allowedBy)) return blocks[blocked];
  return rule ? ({ ...blocks.rule, rule } as const) : null;
}

const blocks = {
  always: { result: "blocked", rule: null, message: "Your card was declined." },
  rule: { result: "blocked", rule: "block_if_high_risk", message: "Your card was declined." },
} as const;
