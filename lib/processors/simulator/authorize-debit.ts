import type { AuthorizeAnswer, DelayedOutcome, DepositKind } from "../processor.ts";
import { notAssessed, nothingChecked, riskScores } from "./assess.ts";
import { type DebitBehaviour, delays, returned } from "./debit-outcomes.ts";
import { sendDeposits } from "./deposits.ts";
import { between, type Source } from "./invented.ts";

interface Asked {
  now: number;
  deposits?: DepositKind | null;
  blockedBy?: string | null;
  allowedBy?: string | null;
}

/** What becomes of a debit: the bank takes it, and says later how it ended; or its holder has to be proven first. */
export function authorizeDebit(behaviour: DebitBehaviour, asked: Asked, source: Source): AuthorizeAnswer {
  const { now, deposits, blockedBy: rule, allowedBy = null } = asked;
  const assessed = { risk: notAssessed, checks: nothingChecked, authentication: null };
  if (behaviour.blocked && !allowedBy) {
    const score = between(source, "risk", ...riskScores.highest);
    const message = "This payment was blocked because it is likely to be fraudulent.";
    return { ...assessed, result: "blocked", rule: null, message, risk: { level: "highest", score } };
  }
  if (rule) return { ...assessed, result: "blocked", rule, message: "This payment was blocked." };
  if (deposits) return { ...assessed, ...sendDeposits(behaviour, deposits, now) };
  const delay = delays[behaviour.settles];
  return {
    ...assessed,
    result: "processing",
    settlesAt: delay === null ? null : now + delay,
    outcome: outcomeOf(behaviour),
    futureDispute: behaviour.dispute ?? null,
    allowedBy,
  };
}

function outcomeOf({ failure }: DebitBehaviour): DelayedOutcome {
  return failure ? returned(failure) : { result: "succeeded" };
}
