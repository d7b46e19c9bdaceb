import { z } from "zod";
import { resources } from "#lib/api/registry";
import { day } from "#lib/clock";
import { longestOverlap } from "#lib/keys/roll-key";
import { type Level, scopedKinds, scopeOf } from "#lib/keys/scopes";

/** What restricted keys can be given, kind by kind. */
export const offeredKinds = scopedKinds(resources);

/** Days until a new key expires; 0: never. */
export const lifetimes = [0, 1, 7, 30, 90, 365] as const;

/** The field that says what a key may do with objects of a kind. */
export const scopePrefix = "scope_";

const name = z.string().trim().min(1, "required").max(100, "too_long");
const addresses = z.string().transform((text) => text.split(/[\s,]+/).filter(Boolean));
const lifetime = z.coerce
  .number()
  .refine((days) => lifetimes.some((offered) => offered === days))
  .transform((days) => (days === 0 ? null : days * day));
const offered = new Set(
  offeredKinds.flatMap(({ object, levels }) => levels.map((level) => scopeOf(object, level))),
);
const permissions = z.array(z.string().refine((scope) => offered.has(scope))).min(1, "permissions_required");

export const newKeyForm = z.preprocess(
  withScopes,
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("publishable"), name, lifetime }),
    z.strictObject({ kind: z.literal("secret"), name, lifetime, addresses }),
    z.strictObject({ kind: z.literal("restricted"), name, lifetime, addresses, permissions }),
  ]),
);

export const editKeyForm = z.preprocess(
  withScopes,
  z.strictObject({
    id: z.string(),
    name,
    addresses: addresses.optional(),
    permissions: permissions.optional(),
  }),
);

export const rollKeyForm = z.strictObject({
  id: z.string(),
  overlapHours: z.coerce.number().int().min(0).max(longestOverlap),
});

export const versionForm = z.strictObject({ version: z.string() });

/** One field a kind becomes the list of what was chosen; a form without such fields has no list. */
function withScopes(values: unknown): unknown {
  const entries = Object.entries(Object(values));
  const scopes = entries.filter(([field]) => field.startsWith(scopePrefix));
  if (scopes.length === 0) return values;
  const others = entries.filter(([field]) => !field.startsWith(scopePrefix));
  const chosen = scopes.filter((scope): scope is [string, Level] => scope[1] !== "none");
  const permissions = chosen.map(([field, level]) => scopeOf(field.slice(scopePrefix.length), level));
  return { ...Object.fromEntries(others), permissions };
}
