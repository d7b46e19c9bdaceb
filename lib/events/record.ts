import { insert } from "#db/rows";
import { events } from "#db/schema/index";
import { environmentNow, type Tx } from "#lib/auth/viewer";
import { newId } from "#lib/ids";
import { fanOut } from "#lib/webhooks/fan-out";
import { differences } from "./differences.ts";

type Wire = object & { id: string };
/** Every object has an id, but for balances and what they are told to do: there is one, or one a customer. */
type Balance = object & { object: "balance" | "balance_settings" | "cash_balance"; id?: never };

/**
 * Says what changed, in the transaction that changed it. `after` is the object's wire form; with `before`
 * the event also says which members had which values.
 */
export async function record(
  tx: Tx,
  type: string,
  after: Wire | Balance,
  context: { before?: Wire | Balance; paymentIntentId?: string | null } = {},
): Promise<void> {
  const request = tx.viewer.request;
  const at = environmentNow(tx);
  const id = newId("evt", at);
  await insert(tx, events, {
    id,
    createdAt: at,
    type,
    objectId: after.id ?? after.object,
    paymentIntentId: context.paymentIntentId ?? null,
    requestId: request?.id ?? null,
    idempotencyKey: request?.idempotencyKey ?? null,
    data: { ...after },
    previousAttributes: context.before ? differences(context.before, after) : null,
  });
  await fanOut(tx, { id, type });
}
