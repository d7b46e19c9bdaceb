import { and, eq, isNull } from "drizzle-orm";
import { apiKeys, people } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import { isLoopback } from "#lib/config";

/** What the README, the tests and a colleague's scripts rely on. Public: never served beyond this machine. */
export const demoPassword = "lavande-demo-2026";

/** Where the demo business is in the dashboard. */
export const demoSlug = "maison-lavande-test";

export const demoKeys = {
  secret: "sk_test_MaisonLavandeDemo2026",
  publishable: "pk_test_MaisonLavandeDemo2026",
} as const;

/** The second account's keys. */
export const secondDemoKeys = {
  secret: "sk_test_KestrelAndCoDemo2026",
  publishable: "pk_test_KestrelAndCoDemo2026",
} as const;

/** Throws where a database that holds what everybody knows would be served beyond this machine. */
export async function refuseStrangersToTheDemo(hosts: string[]): Promise<void> {
  if (hosts.every(isLoopback) || !(await demoCredentialsExist())) return;
  throw new Error(
    "HOST: the demo's passwords and keys are public, so a database that holds them is only served on this machine. " +
      "Start an empty one: DEMO=off DATABASE_URL=file:data/business.db",
  );
}

/** Whether anybody could come in with a password or a key that everybody knows. */
export async function demoCredentialsExist(): Promise<boolean> {
  const { db } = await globalReader();
  const persons = await db.select({ id: people.id }).from(people).where(eq(people.demo, true)).limit(1);
  if (persons.length > 0) return true;
  const keys = await db
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(and(eq(apiKeys.demo, true), isNull(apiKeys.revokedAt)))
    .limit(1);
  return keys.length > 0;
}
