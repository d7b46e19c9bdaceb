import { and, eq, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/engine/engine";
import { personPreferences } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { unauthenticated } from "#lib/errors";

/** Something that people choose for themselves, account by account, such as the columns of a list. */
export interface Preference<T> {
  /** Unique, such as "list.payments". */
  name: string;
  schema: z.ZodType<T>;
  /** For who has not chosen, or chose what is no longer understood. */
  fallback: T;
}

/** What the viewer prefers; keys and jobs prefer nothing. */
export async function readPreference<T>(viewer: Viewer, preference: Preference<T>): Promise<T> {
  const personId = personOf(viewer);
  if (!personId) return preference.fallback;
  const { prepared } = await reader(viewer);
  const statement = prepared("preference", (db) =>
    db
      .select({ value: personPreferences.value })
      .from(personPreferences)
      .where(
        and(
          eq(personPreferences.accountId, sql.placeholder("accountId")),
          eq(personPreferences.personId, sql.placeholder("personId")),
          eq(personPreferences.name, sql.placeholder("name")),
        ),
      )
      .prepare(),
  );
  const { accountId } = viewer.environment;
  const [row] = await statement.execute({ accountId, personId, name: preference.name });
  const parsed = preference.schema.safeParse(row?.value);
  return parsed.success ? parsed.data : preference.fallback;
}

/** Keeps what a person prefers, instead of what they did before. */
export function setPreference<T>(viewer: Viewer, { name, schema }: Preference<T>, value: T): Promise<void> {
  const personId = signedIn(viewer);
  const kept = schema.parse(value);
  return transaction(viewer, async ({ db, now }) => {
    await db
      .insert(personPreferences)
      .values({ accountId: viewer.environment.accountId, personId, name, value: kept, updatedAt: now })
      .onConflictDoUpdate({
        target: [personPreferences.accountId, personPreferences.personId, personPreferences.name],
        set: { value: kept, updatedAt: now },
      });
  });
}

/** Forgets what a person prefers: the fallback counts again. */
export function clearPreference(viewer: Viewer, { name }: Preference<unknown>): Promise<void> {
  const personId = signedIn(viewer);
  return transaction(viewer, async ({ db }) => {
    await db
      .delete(personPreferences)
      .where(
        and(
          eq(personPreferences.accountId, viewer.environment.accountId),
          eq(personPreferences.personId, personId),
          eq(personPreferences.name, name),
        ),
      );
  });
}

/** Changes what everybody in the account prefers, whoever they are; null leaves it as it is. */
export function changeForAll<T>(
  { db, now, viewer }: Tx,
  preference: Preference<T>,
  changed: (value: T) => T | null,
): Promise<void> {
  return changeWhere(db, now, eq(personPreferences.accountId, viewer.environment.accountId), {
    ...preference,
    changed,
  });
}

/** The same in every account. For an operator's command. */
export function changeEverywhere<T>(
  db: Db,
  preference: Preference<T>,
  changed: (value: T) => T | null,
): Promise<void> {
  return changeWhere(db, Date.now(), undefined, { ...preference, changed });
}

async function changeWhere<T>(
  db: Db,
  now: number,
  where: SQL | undefined,
  { name, schema, changed }: Preference<T> & { changed: (value: T) => T | null },
): Promise<void> {
  const { accountId, personId, name: column } = personPreferences;
  const named = and(where, eq(column, name));
  for (const row of await db.select().from(personPreferences).where(named)) {
    const parsed = schema.safeParse(row.value);
    const after = parsed.success ? changed(parsed.data) : null;
    if (after === null) continue;
    const whose = and(named, eq(accountId, row.accountId), eq(personId, row.personId));
    await db.update(personPreferences).set({ value: after, updatedAt: now }).where(whose);
  }
}

function signedIn(viewer: Viewer): string {
  const personId = personOf(viewer);
  if (!personId) throw unauthenticated("This concerns a person's own preferences: sign in to change them.");
  return personId;
}

function personOf({ actor }: Viewer): string | null {
  return actor.type === "person" ? actor.id : null;
}
