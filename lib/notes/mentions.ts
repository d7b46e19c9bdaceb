import type { Mention } from "#db/schema/notes";

/** Somebody who can be mentioned. */
export interface Mentionable {
  personId: string;
  name: string;
  email: string;
}

/** What stands in a note, part by part. */
export type NotePart = { text: string; mention: boolean };

interface Called {
  /** In small letters. */
  name: string;
  personIds: string[];
}

/**
 * Who a text mentions: an `@` at the beginning of a word, then a member's name, their email address, or their first
 * name where nobody else has it. Capitals do not matter. A name that several share means all of them.
 */
export function mentionsIn(text: string, members: readonly Mentionable[]): Mention[] {
  const names = namesOf(members);
  const found = new Map<string, Mention>();
  for (const { index } of text.matchAll(/@/g)) {
    const called = calledAt(text, index, names);
    for (const personId of called?.personIds ?? []) {
      const name = text.slice(index + 1, index + 1 + (called?.name.length ?? 0));
      if (!found.has(personId)) found.set(personId, { personId, name });
    }
  }
  return [...found.values()];
}

/** The text with its mentions set apart. */
export function partsOf(text: string, mentions: readonly Mention[]): NotePart[] {
  const names = mentions
    .map(({ personId, name }) => ({ name: folded(name), personIds: [personId] }))
    .sort(longestFirst);
  const parts: NotePart[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/@/g)) {
    if (index < from) continue;
    const called = calledAt(text, index, names);
    if (!called) continue;
    const end = index + 1 + called.name.length;
    parts.push({ text: text.slice(from, index), mention: false });
    parts.push({ text: text.slice(index, end), mention: true });
    from = end;
  }
  return [...parts, { text: text.slice(from), mention: false }].filter((part) => part.text !== "");
}

/** The longest name that stands behind an `@`, as a word of its own. */
function calledAt(text: string, at: number, names: readonly Called[]): Called | undefined {
  if (/[\p{L}\p{N}._%+-]$/u.test(text.slice(0, at))) return undefined;
  const rest = folded(text.slice(at + 1));
  return names.find(({ name }) => rest.startsWith(name) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length)));
}

function namesOf(members: readonly Mentionable[]): Called[] {
  const whole = gather(
    members.flatMap(({ personId, name, email }) => [
      [name, personId],
      [email, personId],
    ]),
  );
  const first = gather(members.map(({ personId, name }) => [name.split(/\s/)[0] ?? "", personId]));
  const unique = first.filter(({ personIds }) => personIds.length === 1);
  const known = new Set(whole.map(({ name }) => name));
  return [...whole, ...unique.filter(({ name }) => !known.has(name))].sort(longestFirst);
}

function gather(pairs: string[][]): Called[] {
  const byName = new Map<string, Set<string>>();
  for (const [name = "", personId = ""] of pairs) {
    const key = folded(name.trim());
    if (key !== "") byName.set(key, (byName.get(key) ?? new Set()).add(personId));
  }
  return [...byName].map(([name, ids]) => ({ name, personIds: [...ids] }));
}

function longestFirst(one: Called, other: Called): number {
  return other.name.length - one.name.length;
}

/** In small letters, each as long as before: places in the text stay what they are. */
function folded(text: string): string {
  return [...text]
    .map((letter) => {
      const small = letter.toLowerCase();
      return small.length === letter.length ? small : letter;
    })
    .join("");
}
