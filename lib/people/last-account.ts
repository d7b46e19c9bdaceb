import { and, eq, inArray, sql } from "drizzle-orm";
import { members, personPreferences } from "#db/schema/index";
import { globalReader, globalTransaction } from "#db/transaction";
import type { Reachable } from "./members.ts";

const name = "last_account";

/** Keeps that the person is in this account now. Nothing is written while they stay, nor for who has no other. */
export async function keepAccount(
  personId: string,
  accountId: string,
  reachable: Pick<Reachable, "accountId">[],
): Promise<void> {
  if (reachable.every((place) => place.accountId === accountId)) return;
  if ((await lastAccountOf(personId)) === accountId) return;
  await globalTransaction(async (db) => {
    const theirs = db
      .select({ accountId: members.accountId })
      .from(members)
      .where(eq(members.personId, personId));
    const kept = and(eq(personPreferences.personId, personId), eq(personPreferences.name, name));
    await db.delete(personPreferences).where(and(inArray(personPreferences.accountId, theirs), kept));
    await db
      .insert(personPreferences)
      .values({ accountId, personId, name, value: {}, updatedAt: Date.now() })
      .onConflictDoNothing();
  });
}

/** Of these places, one of the account that the person was in last; the first, where nothing tells. */
export async function usualOf(personId: string, places: Reachable[]): Promise<Reachable | undefined> {
  const last = await lastAccountOf(personId);
  return places.find(({ accountId }) => accountId === last) ?? places[0];
}

async function lastAccountOf(personId: string): Promise<string | null> {
  const statement = (await globalReader()).prepared("last account", (db) =>
    db
      .select({ accountId: members.accountId })
      .from(members)
      .innerJoin(
        personPreferences,
        and(
          eq(personPreferences.accountId, members.accountId),
          eq(personPreferences.personId, members.personId),
          eq(personPreferences.name, name),
        ),
      )
      .where(eq(members.personId, sql.placeholder("personId")))
      .prepare(),
  );
  const [last] = await statement.execute({ personId });
  return last?.accountId ?? null;
}
