import type { balanceTransactions } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { addBusinessDays } from "#lib/business-days";
import type { ExternalAccountRow } from "#lib/external-accounts/wire";
import { newId } from "#lib/ids";
import { payoutArrived, payoutHeld, payoutReturned } from "#lib/ledger/bank-posting";
import { bankTransaction } from "#lib/ledger/bank-transactions";
import type { Posting } from "#lib/ledger/posting";
import { type PayoutRow, toPayout } from "#lib/payouts/wire";
import { eventsKept, type Harvest } from "./harvest.ts";

export interface PayoutWeek {
  environment: ViewedEnvironment;
  destination: ExternalAccountRow;
  /** When it is made, and the moment history ends. */
  at: number;
  until: number;
  amount: number;
  fails: boolean;
}

/** Makes one automatic payout, to where it stands at the end of history; `returned`: its money, if it came back. */
export function payOutWeek(harvest: Harvest, week: PayoutWeek) {
  const { environment, at, until, amount, fails } = week;
  const { currency } = environment;
  const id = newId("po", at);
  const arrivalDate = addBusinessDays(at, 1);
  const arrived = arrivalDate <= until;
  const booked = bankTransaction("payout", {
    now: at,
    sourceId: id,
    amount: -amount,
    currency,
    description: "STRIPE PAYOUT",
    payoutId: id,
  });
  const money = { amount, currency };
  add(harvest, environment, booked, payoutHeld(money, 0, { available: amount }));
  const back = fails && arrived ? comeBack(harvest, week, id, arrivalDate) : undefined;
  if (arrived && !back) {
    post(harvest, environment, payoutArrived(money), {
      at: arrivalDate,
      sourceId: id,
      balanceTransactionId: null,
    });
  }
  const payout = rowOf(week, { id, arrivalDate, balanceTransactionId: booked.id });
  const status = back ? "failed" : arrived ? "paid" : "in_transit";
  const after: PayoutRow = {
    ...payout,
    status,
    failureCode: back ? "account_frozen" : null,
    failureBalanceTransactionId: back?.id ?? null,
  };
  harvest.payouts.push(after);
  note(harvest, week, at, "payout.created", payout);
  if (arrived) note(harvest, week, arrivalDate, back ? "payout.failed" : "payout.paid", after);
  else harvest.jobs.push(arrivalJob(week, after));
  return { payoutId: id, returned: back && { id: back.id, net: back.net, at: back.createdAt } };
}

function comeBack(harvest: Harvest, { environment, amount }: PayoutWeek, id: string, at: number) {
  const { currency } = environment;
  const back = bankTransaction("payout_failure", {
    now: at,
    sourceId: id,
    amount,
    currency,
    description: "STRIPE PAYOUT FAILURE",
  });
  add(harvest, environment, back, payoutReturned({ amount, currency }, "in_transit"));
  return back;
}

function rowOf(
  { environment, destination, at, amount }: PayoutWeek,
  facts: Pick<PayoutRow, "id" | "arrivalDate" | "balanceTransactionId">,
): PayoutRow {
  return {
    ...facts,
    environmentId: environment.id,
    createdAt: at,
    amount,
    currency: environment.currency,
    automatic: true,
    status: "pending",
    method: "standard",
    type: destination.type,
    destinationId: destination.id,
    failureBalanceTransactionId: null,
    failureCode: null,
    description: null,
    statementDescriptor: null,
    traceId: String(at).padStart(15, "0"),
    originalPayoutId: null,
    reversedById: null,
    metadata: {},
    createdBy: { type: "system", id: null, name: null },
  };
}

function arrivalJob(
  { environment, at }: PayoutWeek,
  { id, arrivalDate }: PayoutRow,
): Harvest["jobs"][number] {
  return {
    id: newId("job", at),
    environmentId: environment.id,
    kind: "payouts.settle",
    payload: { payoutId: id, failure: null },
    runAt: arrivalDate,
    state: "waiting",
    attempts: 0,
    createdAt: at,
  };
}

/** Events are kept for a while only. */
function note(
  harvest: Harvest,
  { environment, until }: PayoutWeek,
  at: number,
  type: string,
  payout: PayoutRow,
) {
  if (at < until - eventsKept) return;
  harvest.events.push({
    environmentId: environment.id,
    id: newId("evt", at),
    createdAt: at,
    type,
    objectId: payout.id,
    data: { ...toPayout(payout, environment) },
  });
}

/** Adds a balance transaction with the postings behind it. */
export function add(
  harvest: Harvest,
  environment: ViewedEnvironment,
  transaction: Omit<typeof balanceTransactions.$inferSelect, "environmentId">,
  moves: Posting[],
): void {
  harvest.balanceTransactions.push({ ...transaction, environmentId: environment.id });
  const { createdAt: at, sourceId, id: balanceTransactionId } = transaction;
  post(harvest, environment, moves, { at, sourceId, balanceTransactionId });
}

function post(
  harvest: Harvest,
  environment: ViewedEnvironment,
  moves: Posting[],
  { at, ...source }: { at: number; sourceId: string; balanceTransactionId: string | null },
): void {
  for (const move of moves) {
    harvest.postings.push({
      environmentId: environment.id,
      id: newId("post", at),
      createdAt: at,
      ...move,
      ...source,
    });
  }
}
