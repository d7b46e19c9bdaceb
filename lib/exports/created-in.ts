import { and, gte, lt, type SQL } from "drizzle-orm";
import type { ListedTable } from "#lib/lists/walk";

/** Rows made within a stretch of time: milliseconds, from the first, before the second. */
export function createdIn(
  { createdAt }: ListedTable,
  { createdFrom: from, createdUntil: until }: { createdFrom?: number; createdUntil?: number },
): SQL | undefined {
  return and(
    from === undefined ? undefined : gte(createdAt, from),
    until === undefined ? undefined : lt(createdAt, until),
  );
}
