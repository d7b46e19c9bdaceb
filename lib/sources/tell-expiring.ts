import { find } from "#db/rows";
import { paymentMethods } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { enqueue } from "#lib/jobs/jobs";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { toCustomerSource } from "./wire.ts";

/** Has it told, when the month begins at whose end a customer's card runs out, that it will. */
export async function tellExpiring(tx: Tx, row: PaymentMethodRow): Promise<void> {
  const runAt = lastMonthOf(row);
  if (runAt === null || runAt <= tx.now) return;
  const uniqueKey = `source.expires:${row.id}:${runAt}`;
  await enqueue(tx, "source.expires", { sourceId: row.id, month: runAt }, { runAt, uniqueKey });
}

/** Of a card that was taken away, or runs out in another month by now, nothing is told. */
export async function tellThatItExpires(
  viewer: Viewer,
  { sourceId, month }: { sourceId: string; month: number },
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const row = await find(tx, paymentMethods, sourceId);
    if (!row || row.customerId === null || lastMonthOf(row) !== month) return;
    await record(tx, "customer.source.expiring", toCustomerSource(row, tx.viewer.environment));
  });
}

/** When the last month of a card begins; null: it is none. */
function lastMonthOf({ instrument }: PaymentMethodRow): number | null {
  if (instrument.type !== "card") return null;
  const { expMonth, expYear } = instrument.card;
  return Date.UTC(expYear, expMonth - 1);
}
