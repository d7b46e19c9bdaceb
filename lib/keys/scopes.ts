import type { Endpoint } from "#lib/api/endpoint";
import type { Permission } from "#lib/auth/permissions";

/** What a restricted key may do with objects of one kind; to write them is to read them too. */
export type Level = "read" | "write";

/** One kind of object that keys can be given, with the levels its endpoints ask for. */
export interface ScopedKind {
  object: string;
  levels: Level[];
}

/** What one restricted key's scopes come to: the kinds it may see and the permissions of their calls. */
export interface Granted {
  kinds: ReadonlySet<string>;
  permissions: ReadonlySet<Permission>;
}

interface Kind {
  object: string;
  endpoints: readonly Endpoint[];
}

/** A scope as keys store it and errors name it, such as `rak_payment_intent_read`. */
export function scopeOf(object: string, level: Level): string {
  return `rak_${object}_${level}`;
}

/** Whether a text has the form of a scope; permissions have another. */
export function isScope(text: string): boolean {
  return text.startsWith("rak_");
}

/** The scope that a call needs. */
export function scopeFor(endpoint: Endpoint): string {
  return scopeOf(endpoint.object, levelOf(endpoint));
}

/** The kinds a restricted key can be given, by name. */
export function scopedKinds(resources: readonly Kind[]): ScopedKind[] {
  return resources
    .map(({ object, endpoints }) => ({ object, levels: levelsOf(endpoints) }))
    .filter(({ levels }) => levels.length > 0)
    .sort((a, b) => (a.object < b.object ? -1 : 1));
}

/** Adds up scopes: what does not name a kind of `resources` counts for nothing. */
export function grantedBy(resources: readonly Kind[], scopes: readonly string[]): Granted {
  const given = new Set(scopes);
  const kinds = new Set<string>();
  const permissions = new Set<Permission>();
  for (const { object, endpoints } of resources) {
    const mayWrite = given.has(scopeOf(object, "write"));
    if (!mayWrite && !given.has(scopeOf(object, "read"))) continue;
    kinds.add(object);
    const open = endpoints.filter((endpoint) => mayWrite || levelOf(endpoint) === "read");
    for (const { permission } of open) permissions.add(permission);
  }
  return { kinds, permissions };
}

function levelOf({ method }: Endpoint): Level {
  return method === "GET" ? "read" : "write";
}

function levelsOf(endpoints: readonly Endpoint[]): Level[] {
  const levels = new Set(endpoints.map(levelOf));
  return (["read", "write"] as const).filter((level) => levels.has(level));
}
