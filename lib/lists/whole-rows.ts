import type { Handle } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import type { Selection } from "./table-source.ts";
import type { ListedTable } from "./walk.ts";

/** Reads rows with all their columns, for lists of tables that are small and join nothing. */
export function wholeRows<T extends ListedTable>(
  table: T,
): (viewer: Viewer, handle: Handle, selection: Selection) => Promise<T["$inferSelect"][]> {
  return (_viewer, { db }, { where, orderBy, limit }) =>
    db
      .select()
      .from(table)
      .where(where)
      .orderBy(...orderBy)
      .limit(limit);
}
