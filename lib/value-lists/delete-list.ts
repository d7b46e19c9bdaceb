import { and, eq, inArray } from "drizzle-orm";
import { remove } from "#db/rows";
import { listItems, valueLists } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import type { OwnList } from "./queries.ts";
import { findOwnList } from "./save-list.ts";

/** Deletes a list of the business's own with all that is on it. Needs allow_list:write. */
export function deleteValueList(viewer: Viewer, id: string): Promise<OwnList> {
  authorize(viewer, "allow_list:write");
  return transaction(viewer, async (tx) => {
    const list = await findOwnList(tx, id);
    while ((await takeSome(tx, id)) > 0);
    await remove(tx, valueLists, id);
    const before = { alias: list.alias, name: list.name };
    await audit(tx, "value_list.deleted", { subject: id, before });
    return list;
  });
}

/** Items taken off in one statement, which is to be short. */
const atOnce = 1000;

async function takeSome({ db, environmentId }: Tx, list: string): Promise<number> {
  const some = db
    .select({ id: listItems.id })
    .from(listItems)
    .where(and(eq(listItems.environmentId, environmentId), eq(listItems.list, list)))
    .limit(atOnce);
  const taken = await db
    .delete(listItems)
    .where(and(eq(listItems.environmentId, environmentId), inArray(listItems.id, some)))
    .returning({ id: listItems.id });
  return taken.length;
}
