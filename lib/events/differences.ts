import { isDeepStrictEqual } from "node:util";

/** The members of `before` that are different in `after`, hashes member by member, lists whole. */
export function differences(before: object, after: object): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  const now = new Map(Object.entries(after));
  for (const [name, old] of Object.entries(before)) {
    const value: unknown = now.get(name);
    if (isDeepStrictEqual(old, value)) continue;
    changed[name] = isHash(old) && isHash(value) ? differences(old, value) : old;
  }
  for (const name of now.keys()) if (!(name in before)) changed[name] = null;
  return changed;
}

/** What `after` was before these differences came about. */
export function undone(after: object, changed: object): Record<string, unknown> {
  const before = new Map<string, unknown>(Object.entries(after));
  for (const [name, old] of Object.entries(changed)) {
    const value = before.get(name);
    before.set(name, isHash(old) && isHash(value) ? undone(value, old) : old);
  }
  return Object.fromEntries(before);
}

function isHash(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
