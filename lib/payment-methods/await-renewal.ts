import type { Tx } from "#lib/auth/viewer";
import { enqueue } from "#lib/jobs/jobs";
import { processor } from "#lib/processors/index";
import type { Renewal } from "#lib/processors/processor";
import type { PaymentMethodRow } from "./wire.ts";

/** Has a customer's card renewed when its bank replaces it, if the networks will tell. */
export async function awaitRenewal(tx: Tx, row: PaymentMethodRow): Promise<void> {
  const renewal = renewalOf(row);
  if (renewal === null || renewal.at <= tx.now) return;
  const { at } = renewal;
  const uniqueKey = `card.renews:${row.id}:${at}`;
  await enqueue(tx, "cards.renew", { paymentMethodId: row.id, at }, { runAt: at, uniqueKey });
}

/** What the networks will tell of a customer's card; null of anything else. */
export function renewalOf({ customerId, instrument }: PaymentMethodRow): Renewal | null {
  if (customerId === null || instrument.type !== "card") return null;
  return processor().renewal(instrument.card);
}
