import { and, eq, isNull } from "drizzle-orm";
import { apiKeys, people } from "#db/schema/index";
import { globalReader } from "#db/transaction";

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
