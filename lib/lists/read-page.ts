import { type Direction, type Key, walking } from "./key.ts";

/** Which page: the rows beyond `from` in a direction; without `from` the newest. */
export interface PageRequest {
  direction: Direction;
  from: Key | null;
  size: number;
  /** How many index entries it may look at; 2,000 unless told otherwise. */
  entries?: number;
}

/** A stretch of a list: behind `from`, up to and with `until`. */
export interface Stretch {
  direction: Direction;
  from: Key | null;
  until: Key | null;
}

/** Rows that one walk along an index finds, in order. */
export interface Lane<Row extends Key> {
  read(stretch: Stretch, limit: number): Promise<Row[]>;
  /**
   * The `count`-th index entry of the stretch, null if it has fewer. A lane whose every entry is a row has none:
   * it finds what it looks for at once.
   */
  entry?(stretch: Stretch, count: number): Promise<Key | null>;
}

/** Newest first. `newer` and `older` are where the neighbouring pages start. */
export interface Page<Row> {
  rows: Row[];
  newer: Key | null;
  older: Key | null;
  /** Where to look on: the page examined as many entries as one page may, and is not full. */
  continueFrom: Key | null;
}

const entriesPerPage = 2000;

/** One page of what all lanes hold together. Towards newer rows, a page that would not be full is the first one. */
export async function readPage<Row extends Key>(
  lanes: readonly Lane<Row>[],
  request: PageRequest,
): Promise<Page<Row>> {
  const { direction, size, entries = entriesPerPage } = request;
  const share = Math.max(1, Math.floor(entries / lanes.length));
  const parts = await Promise.all(lanes.map((lane) => readLane(lane, request, share)));
  const order = walking(direction);
  const [frontier = null] = parts.flatMap(({ stopped }) => stopped ?? []).sort(order);
  const found = parts.flatMap(({ rows }) => rows).sort(order);
  const known = frontier ? found.filter((row) => order(row, frontier) <= 0) : found;
  const rows = known.slice(0, size);
  const isFull = known.length > size;

  if (direction === "older") return olderPage(request, rows, isFull, frontier);
  if (!isFull && (!frontier || rows.length === 0)) {
    return readPage(lanes, { ...request, direction: "older", from: null });
  }
  rows.reverse();
  return {
    rows,
    newer: isFull ? keyOf(rows[0]) : frontier,
    older: keyOf(rows.at(-1)),
    continueFrom: null,
  };
}

async function readLane<Row extends Key>(
  lane: Lane<Row>,
  { direction, from, size }: PageRequest,
  entries: number,
): Promise<{ rows: Row[]; stopped: Key | null }> {
  const until = (await lane.entry?.({ direction, from, until: null }, entries)) ?? null;
  const rows = await lane.read({ direction, from, until }, size + 1);
  return { rows, stopped: rows.length > size ? null : until };
}

function olderPage<Row extends Key>(
  { from }: PageRequest,
  rows: Row[],
  isFull: boolean,
  frontier: Key | null,
): Page<Row> {
  return {
    rows,
    newer: from && keyOf(rows[0]),
    older: isFull ? keyOf(rows.at(-1)) : null,
    continueFrom: isFull ? null : frontier,
  };
}

function keyOf(row: Key | undefined): Key | null {
  return row ? { createdAt: row.createdAt, id: row.id } : null;
}
