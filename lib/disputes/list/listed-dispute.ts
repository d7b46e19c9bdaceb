import { inArray } from "drizzle-orm";
import { disputes, people } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import type { Selection } from "#lib/lists/table-source";
import { type Currency, isCurrency } from "#lib/money";
import { type BriefPayment, withPayments } from "#lib/payments/list/brief-payment";
import type { DisputeRow } from "../wire.ts";

/** A dispute as a list shows it, with the payment it is about. */
export interface ListedDispute extends Pick<DisputeRow, keyof typeof columns> {
  currency: Currency;
  payment: BriefPayment;
  /** Who takes care of it, by name. */
  assignee: string | null;
}

const { id, createdAt, amount, currency, status, reason, dueBy, paymentIntentId } = disputes;
const { network, assigneeId } = disputes;
const columns = {
  ...{ id, createdAt, amount, currency, status, reason, dueBy, paymentIntentId },
  ...{ network, assigneeId },
};

/** Reads disputes as this viewer may see them. */
export async function selectDisputes(
  viewer: Viewer,
  handle: Handle,
  { where, orderBy, limit }: Selection,
): Promise<ListedDispute[]> {
  const rows = await handle.db
    .select(columns)
    .from(disputes)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
  const listed = await withPayments(viewer, handle, rows);
  const names = await namesOf(handle, rows);
  return listed.map((row) => {
    if (!isCurrency(row.currency)) throw new Error(`Dispute ${row.id} is in ${row.currency}`);
    return { ...row, currency: row.currency, assignee: names.get(row.assigneeId ?? "") ?? null };
  });
}

async function namesOf({ db }: Handle, rows: readonly Pick<DisputeRow, "assigneeId">[]) {
  const ids = [...new Set(rows.flatMap(({ assigneeId }) => assigneeId ?? []))];
  if (ids.length === 0) return new Map<string, string>();
  const found = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, ids));
  return new Map(found.map(({ id, name }) => [id, name]));
}
