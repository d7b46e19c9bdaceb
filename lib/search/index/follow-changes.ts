import { and, asc, eq, gt, inArray, lte, max, sql } from "drizzle-orm";
import { charges, disputes, events, paymentIntents, refunds } from "#db/schema/index";
import { type SearchedKind, searchTouches } from "#db/schema/search";
import { eventSequence } from "#db/search-index";
import { globalReader, globalTransaction, reader } from "#db/transaction";
import { readDocuments } from "../documents/document-of.ts";
import { rowsOf } from "../documents/rows-of.ts";
import { dropDocuments } from "./drop-documents.ts";
import { setState, stateOf } from "./state.ts";
import { grouped, renamedBy, type Subject, subjectsOf } from "./subjects.ts";
import { writeDocuments } from "./write-documents.ts";

/** How many events are looked at in one go, and how many documents written in one transaction. */
const eventsPerRound = 1024;
const paymentsAtOnce = 256;
const documentsPerTransaction = 32;

/**
 * Brings the index up to what was committed before the call: everything that an event, or a touch, says has changed.
 * Stopped anywhere, it goes on there. Yields how many objects it looked at.
 */
export async function followChanges(): Promise<number> {
  let looked = 0;
  const last = await lastCommitted();
  for (;;) {
    const round = (await followEvents(last.event)) + (await followTouches(last.touch));
    if (round === 0) return looked;
    looked += round;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/**
 * Where a call ends. Without an end it would go on for as long as payments come, a few events at a time, and index a
 * payment once for its creation and once more for its confirmation a moment later.
 */
async function lastCommitted(): Promise<{ event: number; touch: number }> {
  const { db } = await globalReader();
  const [event] = await db.select({ last: max(eventSequence) }).from(events);
  const [touch] = await db.select({ last: max(searchTouches.id) }).from(searchTouches);
  return { event: Number(event?.last ?? 0), touch: touch?.last ?? 0 };
}

async function followEvents(until: number): Promise<number> {
  const { db } = await globalReader();
  const after = await stateOf(db, "events");
  const rows = await db
    .select({
      sequence: eventSequence,
      environmentId: events.environmentId,
      type: events.type,
      objectId: events.objectId,
      paymentIntentId: events.paymentIntentId,
      previousAttributes: events.previousAttributes,
    })
    .from(events)
    .where(and(gt(eventSequence, after), lte(eventSequence, until)))
    .orderBy(asc(eventSequence))
    .limit(eventsPerRound);
  const last = rows.at(-1);
  if (!last) return 0;
  await indexSubjects(rows.flatMap(subjectsOf));
  for (const { environmentId, ids } of grouped(rows.flatMap(renamedBy))) {
    for (const id of ids) await indexPaymentsOf(environmentId, id);
  }
  await globalTransaction((tx) => setState(tx, "events", last.sequence));
  return rows.length;
}

async function followTouches(until: number): Promise<number> {
  const { db } = await globalReader();
  const rows = await db
    .select()
    .from(searchTouches)
    .where(lte(searchTouches.id, until))
    .orderBy(asc(searchTouches.id))
    .limit(eventsPerRound);
  if (rows.length === 0) return 0;
  await indexSubjects(rows);
  const ids = rows.map(({ id }) => id);
  await globalTransaction(async (tx) => {
    await tx.delete(searchTouches).where(inArray(searchTouches.id, ids));
  });
  return rows.length;
}

/** What their payments are found by, too: some at a time, as there may be many. */
async function indexPaymentsOf(environmentId: number, customer: string): Promise<void> {
  const { id, createdAt, customerId } = paymentIntents;
  const { db } = await reader({ environmentId, now: Date.now });
  let after: { createdAt: number; id: string } | undefined;
  do {
    const rows: { createdAt: number; id: string }[] = await db
      .select({ createdAt, id })
      .from(paymentIntents)
      .where(
        and(
          eq(paymentIntents.environmentId, environmentId),
          eq(customerId, customer),
          after && sql`(${createdAt}, ${id}) > (${after.createdAt}, ${after.id})`,
        ),
      )
      .orderBy(asc(createdAt), asc(id))
      .limit(paymentsAtOnce);
    await indexSubjects(rows.map((row) => ({ environmentId, kind: "payment", objectId: row.id })));
    after = rows.length < paymentsAtOnce ? undefined : rows.at(-1);
  } while (after);
}

/** What changes with a payment: a refund's event names it, and a refund is found by who had paid. */
async function hangingOn(subjects: readonly Subject[]): Promise<Subject[]> {
  const found: Subject[] = [];
  for (const { environmentId, kind, ids } of grouped(subjects)) {
    if (kind !== "payment") continue;
    const handle = await reader({ environmentId, now: Date.now });
    const add = (name: SearchedKind, rows: readonly { id: string }[]) =>
      found.push(...rows.map(({ id }) => ({ environmentId, kind: name, objectId: id })));
    add("charge", await rowsOf(handle, charges, charges.paymentIntentId, ids));
    add("refund", await rowsOf(handle, refunds, refunds.paymentIntentId, ids));
    add("dispute", await rowsOf(handle, disputes, disputes.paymentIntentId, ids));
  }
  return found;
}

/** As they are now, whatever they were when the event was recorded. */
async function indexSubjects(subjects: readonly Subject[]): Promise<void> {
  for (const { environmentId, kind, ids } of grouped([...subjects, ...(await hangingOn(subjects))])) {
    for (let start = 0; start < ids.length; start += documentsPerTransaction) {
      const some = ids.slice(start, start + documentsPerTransaction);
      const documents = await readDocuments(await reader({ environmentId, now: Date.now }), kind, some);
      const there = new Set(documents.map(({ objectId }) => objectId));
      const gone = some.filter((id) => !there.has(id));
      await globalTransaction(async (db) => {
        const handle = { ...(await globalReader()), db };
        await writeDocuments(handle, documents);
        await dropDocuments(handle, { environmentId, kind, ids: gone });
      });
    }
  }
}
