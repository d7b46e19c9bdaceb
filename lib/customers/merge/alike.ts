import type { CustomerRow } from "../wire.ts";

export type Person = Pick<CustomerRow, "id" | "name" | "phone" | "address">;

/** From 0 to 1: how much of two names, and of two streets, has to be the same. */
const enoughOfName = 0.75;
const enoughOfStreet = 0.7;

/** Whether two people of one place may be the same: nearly the same name, at nearly the same street and number. */
export function areAlike(one: Person, other: Person): boolean {
  if (likeness(one.name, other.name) < enoughOfName) return false;
  const [street, another] = [one.address?.line1, other.address?.line1];
  return numbersOf(street) === numbersOf(another) && likeness(street, another) >= enoughOfStreet;
}

/** How many pairs of letters two texts share, of all they have: 1 is the same, whatever accents and order of words. */
export function likeness(one: string | null | undefined, other: string | null | undefined): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.length === 0 || b.length === 0) return 0;
  const left = [...b];
  const shared = a.filter((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / (a.length + b.length);
}

function pairsOf(text: string | null | undefined): string[] {
  const words = plain(text).split(" ").filter(Boolean).sort();
  return words.flatMap((word) =>
    word.length === 1 ? [word] : Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)),
  );
}

function numbersOf(text: string | null | undefined): string {
  return (plain(text).match(/\d+/g) ?? []).join(" ");
}

function plain(text: string | null | undefined): string {
  return (text ?? "")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ");
}
