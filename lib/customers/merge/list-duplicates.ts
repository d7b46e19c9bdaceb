import { and, eq, inArray } from "drizzle-orm";
import { customers } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { inWorker } from "#lib/work/in-worker";
import type { CustomerRow } from "../wire.ts";
import type { Likeness } from "./find-duplicates.ts";

/** Groups of customers that may be one person, each oldest first: at most 50. */
export async function listDuplicates(viewer: Viewer, by: Likeness): Promise<CustomerRow[][]> {
  authorize(viewer, "customers:write");
  const groups = await inWorker(viewer, "findDuplicates", { by });
  const { db } = await reader(viewer);
  const rows = await db
    .select()
    .from(customers)
    .where(and(eq(customers.environmentId, viewer.environmentId), inArray(customers.id, groups.flat())));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return groups.map((ids) =>
    ids.flatMap((id) => byId.get(id) ?? []).sort((a, b) => a.createdAt - b.createdAt),
  );
}
