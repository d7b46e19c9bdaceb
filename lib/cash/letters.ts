import { and, count, eq, gt } from "drizzle-orm";
import { mails } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import { day } from "#lib/clock";

/** How many letters about a return its customer was sent within the day before `now`. */
export async function lettersOfDay(
  { db, environmentId }: Handle,
  { id, now }: { id: string; now: number },
): Promise<number> {
  const [found] = await db
    .select({ letters: count() })
    .from(mails)
    .where(
      and(eq(mails.environmentId, environmentId), eq(mails.subjectId, id), gt(mails.createdAt, now - day)),
    );
  return Number(found?.letters ?? 0);
}
