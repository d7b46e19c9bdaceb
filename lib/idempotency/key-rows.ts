import { and, eq, sql } from "drizzle-orm";
import { idempotencyKeys } from "#db/schema/index";
import type { Handle, Tx } from "#db/transaction";
import type { KeyedRequest } from "./answer.ts";
import { toKept } from "./kept-answer.ts";

export type KeyRow = typeof idempotencyKeys.$inferSelect;

/** The row of a key, if it is in use. */
export async function findRow(
  handle: Handle,
  { door, key }: Pick<KeyedRequest, "door" | "key">,
): Promise<KeyRow | undefined> {
  const statement = handle.prepared("find idempotency key", (db) =>
    db.select().from(idempotencyKeys).where(thisKey()).prepare(),
  );
  const [row] = await statement.execute({ environmentId: handle.environmentId, door, key });
  return row;
}

/** Names the operation that will answer the key, the last one where a command has several. */
export async function nameOperation(
  tx: Tx,
  { door, key }: KeyedRequest,
  operationId: string | null,
  leaseUntil: number,
) {
  const statement = tx.prepared("name operation of idempotency key", (db) =>
    db
      .update(idempotencyKeys)
      .set({
        state: "started",
        operationId: sql`${sql.placeholder("operationId")}`,
        leaseUntil: sql`${sql.placeholder("leaseUntil")}`,
      })
      .where(thisKey())
      .prepare(),
  );
  await statement.execute({ environmentId: tx.environmentId, door, key, operationId, leaseUntil });
}

/** Stores the answer of a key that was taken before. */
export async function finishRow(
  tx: Tx,
  { door, key }: KeyedRequest,
  status: number,
  body: unknown,
): Promise<void> {
  const statement = tx.prepared("finish idempotency key", (db) =>
    db
      .update(idempotencyKeys)
      .set({
        state: "finished",
        status: sql`${sql.placeholder("status")}`,
        answer: sql`${sql.placeholder("answer")}`,
      })
      .where(thisKey())
      .prepare(),
  );
  const answer = idempotencyKeys.answer.mapToDriverValue(toKept(body));
  await statement.execute({ environmentId: tx.environmentId, door, key, status, answer });
}

/** Frees a key whose time is over. */
export async function deleteRow(tx: Tx, { door, key }: KeyedRequest): Promise<void> {
  const statement = tx.prepared("delete idempotency key", (db) =>
    db.delete(idempotencyKeys).where(thisKey()).prepare(),
  );
  await statement.execute({ environmentId: tx.environmentId, door, key });
}

function thisKey() {
  return and(
    eq(idempotencyKeys.environmentId, sql.placeholder("environmentId")),
    eq(idempotencyKeys.door, sql.placeholder("door")),
    eq(idempotencyKeys.key, sql.placeholder("key")),
  );
}
