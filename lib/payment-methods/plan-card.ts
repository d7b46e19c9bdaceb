import { find } from "#db/rows";
import { customers } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { midnightOf } from "#lib/business-days";
import { day } from "#lib/clock";
import { enqueue } from "#lib/jobs/jobs";
import { processor } from "#lib/processors/index";
import type { Renewal } from "#lib/processors/processor";
import { onAnyClock } from "#lib/test-clocks/on-clock";
import { hasRunOut } from "./card-expiry.ts";
import type { PaymentMethodRow } from "./wire.ts";

/**
 * Has done what is to come of a customer's card, by the clock that the customer hangs on: that its last month is told,
 * where it is kept as a source, and that it is renewed when its bank replaces it. Again it plans nothing twice.
 */
export async function planCard(tx: Tx, row: PaymentMethodRow): Promise<void> {
  if (row.customerId === null || row.instrument.type !== "card") return;
  const customer = await find(tx, customers, row.customerId);
  await onAnyClock(tx, customer?.testClockId ?? null, async (there) => {
    await planExpiry(there, row);
    await planRenewal(there, row);
  });
}

/** What the networks will tell of a customer's card; null of anything else. */
export function renewalOf({ customerId, instrument }: PaymentMethodRow): Renewal | null {
  if (customerId === null || instrument.type !== "card") return null;
  return processor().renewal(instrument.card);
}

/** When the last month of a card begins; null: it is none. */
export function lastMonthOf({ instrument }: PaymentMethodRow): number | null {
  if (instrument.type !== "card") return null;
  const { expMonth, expYear } = instrument.card;
  return Date.UTC(expYear, expMonth - 1);
}

async function planExpiry(tx: Tx, row: PaymentMethodRow): Promise<void> {
  const runAt = lastMonthOf(row);
  if (row.sourceObject === null || runAt === null || runAt <= tx.now) return;
  const uniqueKey = `source.expires:${row.id}:${runAt}`;
  await enqueue(tx, "source.expires", { sourceId: row.id, month: runAt }, { runAt, uniqueKey });
}

/** Of a card that its bank has replaced already, the networks tell with the next day's news. */
async function planRenewal(tx: Tx, row: PaymentMethodRow): Promise<void> {
  const renewal = renewalOf(row);
  if (renewal === null || row.instrument.type !== "card" || hasRunOut(row.instrument.card, tx.now)) return;
  const { at } = renewal;
  const runAt = Math.max(at, midnightOf(tx.now) + day);
  const uniqueKey = `card.renews:${row.id}:${at}`;
  await enqueue(tx, "cards.renew", { paymentMethodId: row.id, at }, { runAt, uniqueKey });
}
