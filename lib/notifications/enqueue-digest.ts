import { addDays, dayAt, startOfDay } from "#lib/calendar";
import type { Tx } from "#lib/auth/viewer";
import { hour } from "#lib/clock";
import { enqueue } from "#lib/jobs/jobs";

/** When the day before is summed up, after midnight in the account's time zone. */
const hourOfDigest = 7 * hour;

/** Has the next digest of the environment written on the coming morning. */
export function enqueueDigest(tx: Tx): Promise<void> {
  const { timeZone } = tx.viewer.environment;
  const today = dayAt(tx.now, timeZone);
  const morning = startOfDay(today, timeZone) + hourOfDigest;
  const runAt = morning > tx.now ? morning : startOfDay(addDays(today, 1), timeZone) + hourOfDigest;
  return enqueue(tx, "notifications.digest", {}, { runAt, uniqueKey: "notifications.digest" });
}
