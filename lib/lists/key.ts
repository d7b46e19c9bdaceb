import { idIn } from "./id-in.ts";

/** Where a row stands in a list: what the list is ordered by, mostly the milliseconds of its creation; then the id. */
export interface Key {
  at: number;
  id: string;
}

/** On along a list, or back: in the usual one, newest first, towards older or newer rows. */
export type Direction = "older" | "newer";

/** Which end a list begins with. */
export type Order = "descending" | "ascending";

/** As it stands in an address: "1795370880000.pi_3R…". */
export function keyText({ at, id }: Key): string {
  return `${at}.${id}`;
}

/** Reads what `keyText` wrote; null for anything else. */
export function readKey(text: string): Key | null {
  const [, at, rest = ""] = /^(-?\d{1,15})\.(.+)$/s.exec(text) ?? [];
  const id = idIn(rest);
  return at && id ? { at: Number(at), id } : null;
}

/** Sorts keys the way one walks in this direction. */
export function walking(direction: Direction, order: Order = "descending"): (a: Key, b: Key) => number {
  return goesDown(direction, order) ? (a, b) => -lowestFirst(a, b) : lowestFirst;
}

/** Whether walking in this direction meets ever smaller keys. */
export function goesDown(direction: Direction, order: Order): boolean {
  return (direction === "older") === (order === "descending");
}

function lowestFirst(a: Key, b: Key): number {
  if (a.at !== b.at) return a.at - b.at;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
