import type { figures } from "#db/schema/figures";
import type { Cell } from "./cells.ts";
import { measures } from "./measures.ts";

/** A row of the figures as one contribution to longer buckets. */
export function cellOfRow(row: typeof figures.$inferSelect): Cell {
  const { bucket, currency, country, method, brand, reason, until } = row;
  const counted = measures.filter((measure) => row[measure] !== 0);
  return {
    at: bucket,
    facets: { currency, country, method, brand, reason },
    until: until === 0 ? null : until,
    values: Object.fromEntries(counted.map((measure) => [measure, row[measure]])),
  };
}
