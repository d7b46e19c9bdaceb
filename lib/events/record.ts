import { isDeepStrictEqual } from "node:util";
import { insert } from "#db/rows";
import { events } from "#db/schema/index";
import { environmentNow, type Tx } from "#lib/auth/viewer";
import { newId } from "#lib/ids";
import { fanOut } from "#lib/webhooks/fan-out";

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

/** The members of `before` that are different in `after`, hashes member by member, lists whole. */
export function differences(before: object, after: object): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  const now = new Map(Object.entries(after));
  for (const [name, old] of Object.entries(before)) {
    const value: unknown = now.get(name);
    if (isDeepStrictEqual(old, value)) continue;
    changed[name] = isHash(old) && isHash(value) ? differences(old, value) : old;
  }
  for (const name of now.keys()) if (!(name in before)) changed[name] = null;
  return changed;
}

function isHash(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
