import type { events, jobs } from "#db/schema/index";
import type { BalanceTransactionRow, NewBalanceTransaction } from "#lib/ledger/transactions";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { statusWord } from "#lib/payments/status-word";
import { type ChargeRow, type PaymentIntentRow, toPaymentIntent } from "#lib/payments/wire";
import type { RefundRow } from "#lib/refunds/wire";
import type { Posting } from "#lib/ledger/posting";
import type { PostingRow } from "./book.ts";
import type { World } from "./world.ts";

/** One payment while it happens. Its rows are written when nothing more will happen to it. */
export interface Life {
  intent: PaymentIntentRow;
  method: PaymentMethodRow | null;
  /** Every attempt; the last one counts. */
  charges: ChargeRow[];
  refunds: RefundRow[];
  transactions: BalanceTransactionRow[];
  postings: PostingRow[];
  events: (typeof events.$inferInsert)[];
  jobs: (typeof jobs.$inferInsert)[];
  /** Steps that are planned or at work. */
  open: number;
}

/** Plans a step of a payment; false when it lies beyond the present. */
export function later(world: World, life: Life, at: number, step: (at: number) => void): boolean {
  if (at > world.until) return false;
  life.open++;
  world.timeline.plan(at, () => {
    step(at);
    closeStep(world, life);
  });
  return true;
}

/** Ends a step; after the last one the payment's rows are ready. */
export function closeStep(world: World, life: Life): void {
  if (--life.open > 0) return;
  const { harvest, until } = world;
  const settled = (row: BalanceTransactionRow) => ({
    ...row,
    status: row.availableOn <= until ? ("available" as const) : row.status,
  });
  harvest.paymentIntents.push(life.intent);
  harvest.charges.push(...life.charges);
  harvest.refunds.push(...life.refunds);
  harvest.balanceTransactions.push(...life.transactions.map(settled));
  harvest.postings.push(...life.postings);
  harvest.events.push(...life.events);
  harvest.jobs.push(...life.jobs);
}

/** The payment's latest attempt. */
export function chargeOf(life: Life): ChargeRow {
  const charge = life.charges.at(-1);
  if (!charge) throw new Error(`Payment ${life.intent.id} has no charge`);
  return charge;
}

export function changeCharge(life: Life, patch: Partial<ChargeRow>): ChargeRow {
  const changed = { ...chargeOf(life), ...patch };
  life.charges[life.charges.length - 1] = changed;
  return changed;
}

/** Changes the payment and its word with it. */
export function changeIntent(life: Life, patch: Partial<PaymentIntentRow>): void {
  const changed = { ...life.intent, ...patch };
  const charge = life.charges.at(-1) ?? null;
  life.intent = {
    ...changed,
    latestChargeId: charge?.id ?? null,
    paymentStatus: statusWord(changed, charge),
  };
}

/** Books one balance transaction with its postings. */
export function book(
  world: World,
  life: Life,
  at: number,
  entry: NewBalanceTransaction,
  moves: Posting[],
): string {
  const id = world.newId("txn", at);
  const transaction = { ...entry, id, environmentId: world.environment.id };
  life.transactions.push(transaction);
  life.postings.push(...world.book.post(moves, { at, sourceId: entry.sourceId, balanceTransactionId: id }));
  world.book.await(transaction);
  return id;
}

/** Notes an event, where events of that time are still kept; `wire` is only made then. */
export function note(
  world: World,
  life: Life,
  at: number,
  type: string,
  wire: () => object & { id: string },
): void {
  if (at < world.eventsFrom) return;
  life.events.push(eventRow(world, at, type, wire(), life.intent.id));
}

/** Notes an event about the payment itself. */
export function noteIntent(world: World, life: Life, at: number, type: string): void {
  note(world, life, at, type, () => toPaymentIntent(life.intent, world.environment));
}

export function eventRow(
  world: World,
  at: number,
  type: string,
  wire: object & { id: string },
  paymentIntentId: string | null,
): typeof events.$inferInsert {
  return {
    environmentId: world.environment.id,
    id: world.newId("evt", at),
    createdAt: at,
    type,
    objectId: wire.id,
    paymentIntentId,
    data: { ...wire },
  };
}

/** Leaves a job for after the present, as the command would have. */
export function leaveJob(
  world: World,
  life: Life,
  kind: string,
  payload: Record<string, unknown>,
  runAt: number,
): void {
  const { environment, until } = world;
  const id = world.newId("job", until);
  life.jobs.push({
    ...{ id, environmentId: environment.id, kind, payload, runAt, createdAt: until },
    state: "waiting",
    attempts: 0,
  });
}
