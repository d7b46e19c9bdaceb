/** Where a row stands in a list that is ordered by creation: milliseconds, then the id. */
export interface Key {
  createdAt: number;
  id: string;
}

/** Towards which end of a list, newest first. */
export type Direction = "older" | "newer";

/** As it stands in an address: "1795370880000.pi_3R…". */
export function keyText({ createdAt, id }: Key): string {
  return `${createdAt}.${id}`;
}

/** Reads what `keyText` wrote; null for anything else. */
export function readKey(text: string): Key | null {
  const [, createdAt, id] = /^(\d{1,15})\.(\w{1,100})$/.exec(text) ?? [];
  return createdAt && id ? { createdAt: Number(createdAt), id } : null;
}

/** Sorts keys the way one walks in this direction. */
export function walking(direction: Direction): (a: Key, b: Key) => number {
  return direction === "older" ? (a, b) => -oldestFirst(a, b) : oldestFirst;
}

function oldestFirst(a: Key, b: Key): number {
  if (a.createdAt !== b.createdAt) return a.createdAt - b.createdAt;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
