import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { customers, events } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import { namesWithin } from "./conceal.ts";

/** So many changes of names are looked at, newest first, of all the customers that are asked about together. */
const mostChanges = 2000;

/**
 * What customers were called before, by id: as their events tell what a change or a deletion took away, also under ids
 * that were merged into theirs.
 */
export async function formerNames(handle: Handle, ids: readonly string[]): Promise<Map<string, string[]>> {
  const former = new Map<string, string[]>();
  if (ids.length === 0) return former;
  const owners = new Map([
    ...ids.map((id): [string, string] => [id, id]),
    ...(await mergedInto(handle, ids)),
  ]);
  for (const { id, was } of await changesOf(handle, [...owners.keys()])) {
    const owner = owners.get(id) ?? id;
    former.set(owner, [...(former.get(owner) ?? []), ...namesWithin(was, "customer")]);
  }
  return former;
}

async function mergedInto(
  { db, environmentId }: Handle,
  ids: readonly string[],
): Promise<[string, string][]> {
  const { id, mergedIntoId } = customers;
  const rows = await db
    .select({ id, mergedIntoId })
    .from(customers)
    .where(and(eq(customers.environmentId, environmentId), inArray(mergedIntoId, [...ids])));
  return rows.map((row) => [row.id, row.mergedIntoId ?? ""]);
}

async function changesOf({ db, environmentId }: Handle, ids: string[]) {
  const { objectId: id, createdAt, previousAttributes, data, type } = events;
  const told = (kind: string) =>
    and(eq(events.environmentId, environmentId), inArray(id, ids), eq(type, kind));
  const changed = await db
    .select({ id, was: previousAttributes })
    .from(events)
    .where(and(told("customer.updated"), sql`cast(${previousAttributes} as text) like '%name":%'`))
    .orderBy(desc(createdAt), desc(events.id))
    .limit(mostChanges);
  const deleted = await db
    .select({ id, was: data })
    .from(events)
    .where(told("customer.deleted"))
    .limit(mostChanges);
  return [...changed, ...deleted];
}
