import { change, find } from "#db/rows";
import { mandates } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { toMandate } from "./wire.ts";

/** Ends a mandate that was good for the one payment just made under it. Null: the payment needed none. */
export async function useUpMandate(tx: Tx, id: string | null, { type }: PaymentMethodRow): Promise<void> {
  const mandate = id === null ? undefined : await find(tx, mandates, id);
  if (!mandate?.singleUse) return;
  const used = await change(tx, mandates, mandate, { status: "inactive" });
  const { environment } = tx.viewer;
  const before = toMandate(mandate, type, environment);
  await record(tx, "mandate.updated", toMandate(used, type, environment), { before });
}
