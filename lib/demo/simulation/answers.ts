import type { AttemptAnswer } from "#lib/payments/new-charge";
import { processor } from "#lib/processors/index";
import type { Checks } from "#lib/processors/processor";
import { day, hour } from "#lib/clock";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import type { Declines, World } from "./world.ts";

/** The test card that says no for each reason, and how often banks give it. */
const decliningCards = [
  ["pm_card_chargeDeclinedInsufficientFunds", 40],
  ["pm_card_chargeDeclined", 27],
  ["pm_card_chargeDeclinedIncorrectCvc", 12],
  ["pm_card_chargeDeclinedExpiredCard", 9],
  ["pm_card_chargeDeclinedProcessingError", 5],
  ["pm_card_chargeDeclinedVelocityLimitExceeded", 4],
  ["pm_card_chargeDeclinedLostCard", 2],
  ["pm_card_chargeDeclinedStolenCard", 1],
] as const;

/** Asks the processor for the words it declines with. */
export async function learnDeclines(): Promise<Declines> {
  const learned = decliningCards.map(async ([id, weight]) => {
    const instrument = processor().wellKnown(id);
    if (!instrument) throw new Error(`The processor knows no instrument ${id}`);
    const { reference } = instrument;
    const answer = await processor().verify({ reference, checks: { postalCode: null, line1: null } });
    if (answer.result !== "declined") throw new Error(`The processor accepts ${id}`);
    const { result, code, declineCode, param, message, advice, networkDeclineCode } = answer;
    return [{ result, code, declineCode, param, message, advice, networkDeclineCode }, weight] as const;
  });
  return Promise.all(learned);
}

/** The bank says yes to a card; to a debit it says so days later, or no. */
export function accepted(world: World, method: PaymentMethodRow, at: number): AttemptAnswer {
  const { random } = world;
  if (method.type !== "card") return debited(world, at);
  const elevated = random.chance(0.012);
  const challenged = random.chance(0.18);
  return {
    result: "succeeded",
    authorizationCode: String(random.int(1e6)).padStart(6, "0"),
    networkTransactionId: `${1e8 + random.int(9e8)}${String(random.int(1e6)).padStart(6, "0")}`,
    futureDispute: null,
    availableAtOnce: false,
    review: elevated ? "rule" : null,
    risk: elevated ? { level: "elevated", score: 65 + random.int(10) } : lowRisk(world),
    checks: passed(world),
    authentication: challenged
      ? {
          result: "authenticated",
          flow: random.chance(0.6) ? "challenge" : "frictionless",
          version: "2.2.0",
          eci: method.brand === "mastercard" ? "02" : "05",
          resultReason: null,
        }
      : null,
  };
}

export function declined(world: World): AttemptAnswer {
  const decline = world.random.weighted(world.declines);
  const cvc = decline.code === "incorrect_cvc" ? "fail" : "pass";
  return { ...decline, risk: lowRisk(world), checks: { ...passed(world), cvc }, authentication: null };
}

export function blocked({ random }: World): AttemptAnswer {
  return {
    result: "blocked",
    rule: random.chance(0.7) ? "block_if_high_risk" : null,
    message: "Your card was declined.",
    risk: { level: "highest", score: 75 + random.int(25) },
    checks: { cvc: random.chance(0.5) ? "fail" : "pass", postalCode: "fail", line1: "unavailable" },
    authentication: null,
  };
}

function debited({ random }: World, at: number): AttemptAnswer {
  return {
    result: "processing",
    settlesAt: at + 2 * day + random.int(60) * hour,
    outcome: random.chance(0.03)
      ? {
          result: "declined",
          code: "insufficient_funds",
          declineCode: null,
          param: null,
          message: "The customer's account has insufficient funds to cover this payment.",
          advice: null,
          networkDeclineCode: null,
        }
      : { result: "succeeded" },
    futureDispute: null,
    risk: { level: "not_assessed", score: null },
    checks: { cvc: null, postalCode: null, line1: null },
    authentication: null,
  };
}

/** Most scores are low: the square of an even chance. */
function lowRisk({ random }: World) {
  return { level: "normal" as const, score: 1 + Math.floor(random.number() ** 2 * 64) };
}

function passed({ random }: World): Checks {
  return {
    cvc: "pass",
    postalCode: random.chance(0.97) ? "pass" : "unavailable",
    line1: random.chance(0.95) ? "pass" : "fail",
  };
}
