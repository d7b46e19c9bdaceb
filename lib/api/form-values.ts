/** What a form carries: text, lists and hashes of it. */
export type Value = string | Value[] | Params;

export interface Params {
  [name: string]: Value;
}

/** A hash that knows no name but those put into it, not even `__proto__`. */
export function hashOf(): Params {
  return Object.create(null);
}

export function isHash(value: unknown): value is Params {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The same text for the same parameters in any order. */
export function canonical(value: Value): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? "")}`).join()}}`;
}
