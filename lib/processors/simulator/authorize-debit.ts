import { minute } from "#lib/clock";
import type { AuthorizeAnswer, DelayedOutcome } from "../processor.ts";
import { notAssessed, nothingChecked, riskScores } from "./assess.ts";
import { type DebitBehaviour, returned } from "./debit-outcomes.ts";
import { between, type Source } from "./invented.ts";

/** What becomes of a debit: the bank takes it, and says later how it ended. */
export function authorizeDebit(behaviour: DebitBehaviour, now: number, source: Source): AuthorizeAnswer {
  const assessed = { risk: notAssessed, checks: nothingChecked, authentication: null };
  if (behaviour.blocked) {
    const score = between(source, "risk", ...riskScores.highest);
    const message = "This payment was blocked because it is likely to be fraudulent.";
    return { ...assessed, result: "blocked", rule: null, message, risk: { level: "highest", score } };
  }
  const delay = delays[behaviour.settles];
  return {
    ...assessed,
    result: "processing",
    settlesAt: delay === null ? null : now + delay,
    outcome: outcomeOf(behaviour),
    futureDispute: behaviour.dispute ?? null,
  };
}

function outcomeOf({ failure }: DebitBehaviour): DelayedOutcome {
  return failure ? returned(failure) : { result: "succeeded" };
}

/** Milliseconds until a debit settles. */
export const delays = { promptly: 2_000, after_three_minutes: 3 * minute, never: null };
