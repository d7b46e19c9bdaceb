import { type Direction, type Key, type Order, walking } from "./key.ts";

/** Which page: the rows beyond `from` in a direction; without `from` the first. */
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
export interface Lane<Row> {
  read(stretch: Stretch, limit: number): Promise<Row[]>;
  /**
   * The `count`-th index entry of the stretch, null if it has fewer. A lane whose every entry is a row has none:
   * it finds what it looks for at once.
   */
  entry?(stretch: Stretch, count: number): Promise<Key | null>;
}

/** In the list's order. `newer` and `older` are where the neighbouring pages start: before it and after it. */
export interface Page<Row> {
  rows: Row[];
  newer: Key | null;
  older: Key | null;
  /** Where to look on: the page examined as many entries as one page may, and is not full. */
  continueFrom: Key | null;
}

/** What can be listed: it has an id and was created. */
export interface Listed {
  id: string;
  createdAt: number;
}

/** What all lanes are ordered by. */
interface Ordering<Row> {
  order: Order;
  keyOf(row: Row): Key;
}

const entriesPerPage = 2000;

/** One page of what all lanes hold together. Towards newer rows, a page that would not be full is the first one. */
export async function readPage<Row extends Listed>(
  lanes: readonly Lane<Row>[],
  request: PageRequest,
  ordering: Ordering<Row> = newestFirst,
): Promise<Page<Row>> {
  const { direction, size, entries = entriesPerPage } = request;
  const { keyOf } = ordering;
  const share = Math.max(1, Math.floor(entries / lanes.length));
  const parts = await Promise.all(lanes.map((lane) => readLane(lane, request, share)));
  const order = walking(direction, ordering.order);
  const [frontier = null] = parts.flatMap(({ stopped }) => stopped ?? []).sort(order);
  const found = parts.flatMap(({ rows }) => rows).sort((a, b) => order(keyOf(a), keyOf(b)));
  const known = frontier ? found.filter((row) => order(keyOf(row), frontier) <= 0) : found;
  const rows = known.slice(0, size);
  const isFull = known.length > size;
  const keyAt = (index: number) => maybe(keyOf, rows.at(index));

  if (direction === "older") {
    return {
      rows,
      newer: request.from && keyAt(0),
      older: isFull ? keyAt(-1) : null,
      continueFrom: isFull ? null : frontier,
    };
  }
  if (!isFull && (!frontier || rows.length === 0)) {
    return readPage(lanes, { ...request, direction: "older", from: null }, ordering);
  }
  rows.reverse();
  return { rows, newer: isFull ? keyAt(0) : frontier, older: keyAt(-1), continueFrom: null };
}

async function readLane<Row>(
  lane: Lane<Row>,
  { direction, from, size }: PageRequest,
  entries: number,
): Promise<{ rows: Row[]; stopped: Key | null }> {
  const until = (await lane.entry?.({ direction, from, until: null }, entries)) ?? null;
  const rows = await lane.read({ direction, from, until }, size + 1);
  return { rows, stopped: rows.length > size ? null : until };
}

const newestFirst: Ordering<Listed> = {
  order: "descending",
  keyOf: ({ createdAt, id }) => ({ at: createdAt, id }),
};

function maybe<Row>(keyOf: (row: Row) => Key, row: Row | undefined): Key | null {
  return row === undefined ? null : keyOf(row);
}
