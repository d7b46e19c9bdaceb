import { hash } from "node:crypto";
import { randomText } from "#lib/ids";

export type KeyKind = "publishable" | "secret" | "restricted";

const prefixes = { publishable: "pk", secret: "sk", restricted: "rk" } satisfies Record<KeyKind, string>;

export function isKeyKind(text: string): text is KeyKind {
  return Object.hasOwn(prefixes, text);
}

/** A new key, such as `sk_test_…`, that nobody can guess. */
export function newKeyText(kind: KeyKind, environment: "live" | "test"): string {
  return `${prefixes[kind]}_${environment}_${randomText(40)}`;
}

/** What is stored of a key: enough to recognise it, not to use it. */
export function hashOfKey(text: string): string {
  return hash("sha256", text, "hex");
}

/** What may be shown of a key: where it belongs and its last four characters; a publishable one whole. */
export function shownKey(text: string, kind: KeyKind): string {
  if (kind === "publishable") return text;
  return `${prefixOf(text)}…${text.slice(-4)}`;
}

/** A key as error messages repeat it: stars in the middle. */
export function maskedKey(text: string): string {
  const prefix = prefixOf(text);
  const hidden = text.length - prefix.length - 4;
  if (hidden < 4) return "*".repeat(Math.min(text.length, 40));
  return `${prefix}${"*".repeat(Math.min(hidden, 100))}${text.slice(-4)}`;
}

function prefixOf(text: string): string {
  return /^[a-z]{2}_(test|live)_/.exec(text)?.[0] ?? "";
}
