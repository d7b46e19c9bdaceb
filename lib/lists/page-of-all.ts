import type { Key } from "./key.ts";
import type { Listed, Page, PageRequest } from "./read-page.ts";

/** One page of rows that are all at hand, in their order. Towards the beginning, a page that would not be full is the first one. */
export function pageOfAll<Row extends Listed>(
  rows: readonly Row[],
  { direction, from, size }: PageRequest,
): Page<Row> {
  const begin = direction === "older" ? behind(rows, from) : Math.max(0, before(rows, from) - size);
  const end = Math.min(rows.length, begin + size);
  return {
    rows: rows.slice(begin, end),
    newer: begin > 0 ? keyAt(rows, begin) : null,
    older: end < rows.length ? keyAt(rows, end - 1) : null,
    continueFrom: null,
  };
}

function behind(rows: readonly Listed[], key: Key | null): number {
  const at = key ? before(rows, key) : 0;
  return key && rows[at]?.id === key.id ? at + 1 : at;
}

/** Where a row stands now; once it is gone, what followed it. */
function before(rows: readonly Listed[], key: Key | null): number {
  const now = rows.findIndex(({ id }) => id === key?.id);
  return now < 0 ? Math.max(0, Math.min(key?.at ?? 0, rows.length)) : now;
}

function keyAt(rows: readonly Listed[], at: number): Key | null {
  const row = rows[at];
  return row ? { at, id: row.id } : null;
}
