import { and, eq, inArray, or } from "drizzle-orm";
import { change } from "#db/rows";
import { events } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { blanked } from "./blank.ts";

/** What events told of these objects, and of this payment, without who somebody is. */
export async function blankEvents(tx: Tx, objectIds: string[], paymentId?: string): Promise<void> {
  if (objectIds.length === 0 && paymentId === undefined) return;
  const { environmentId, objectId, paymentIntentId } = events;
  const about = [
    objectIds.length > 0 ? inArray(objectId, objectIds) : undefined,
    paymentId === undefined ? undefined : eq(paymentIntentId, paymentId),
  ];
  const rows = await tx.db
    .select()
    .from(events)
    .where(and(eq(environmentId, tx.environmentId), or(...about)));
  for (const row of rows) {
    await change(tx, events, row, {
      data: row.data && hash(blanked(row.data)),
      previousAttributes: row.previousAttributes && hash(blanked(row.previousAttributes)),
    });
  }
}

function hash(value: unknown): Record<string, unknown> {
  return { ...(value as object) };
}
