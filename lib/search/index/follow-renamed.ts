import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { paymentIntents } from "#db/schema/index";
import { searchTouches } from "#db/schema/search";
import { globalReader, globalTransaction, reader } from "#db/transaction";
import { indexSubjects } from "./index-subjects.ts";
import { grouped, type Subject } from "./subjects.ts";

/** Notes that all payments of these customers are found by other words: there may be too many to index at once. */
export async function noteRenamed(db: Db, customers: readonly Subject[]): Promise<void> {
  for (const { environmentId, ids } of grouped(customers)) {
    const notes = ids.map((objectId) => ({ environmentId, kind: "payments_of" as const, objectId }));
    await db.insert(searchTouches).values(notes);
  }
}

/** Indexes some of the payments that wait for it, the newest first. Yields how many. */
export async function followRenamed(most: number): Promise<number> {
  const { db } = await globalReader();
  const notes = await db
    .select()
    .from(searchTouches)
    .where(eq(searchTouches.kind, "payments_of"))
    .orderBy(asc(searchTouches.id))
    .limit(most);
  let looked = 0;
  for (const note of notes) if (looked < most) looked += await indexSome(note, most - looked);
  return looked;
}

type Note = Pick<typeof searchTouches.$inferSelect, "id" | "environmentId" | "objectId">;

/** The note keeps how far it came: the customer, then the last payment's time and id. */
async function indexSome({ id, environmentId, objectId }: Note, most: number): Promise<number> {
  const [customer = "", ...place] = objectId.split(" ");
  const rows = await paymentsBefore({ environmentId, customer, place, most });
  await indexSubjects(rows.map((row) => ({ environmentId, kind: "payment", objectId: row.id })));
  const last = rows.length < most ? undefined : rows.at(-1);
  await globalTransaction(async (tx) => {
    const own = eq(searchTouches.id, id);
    if (!last) await tx.delete(searchTouches).where(own);
    else {
      const reached = [customer, last.createdAt, last.id].join(" ");
      await tx.update(searchTouches).set({ objectId: reached }).where(own);
    }
  });
  return rows.length;
}

interface Wanted {
  environmentId: number;
  customer: string;
  place: readonly string[];
  most: number;
}

async function paymentsBefore({ environmentId, customer, place, most }: Wanted) {
  const { id, createdAt, customerId } = paymentIntents;
  const { db } = await reader({ environmentId, now: Date.now });
  const [before, beforeId] = place;
  return db
    .select({ createdAt, id })
    .from(paymentIntents)
    .where(
      and(
        eq(paymentIntents.environmentId, environmentId),
        eq(customerId, customer),
        before === undefined ? undefined : sql`(${createdAt}, ${id}) < (${Number(before)}, ${beforeId})`,
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(most);
}
