import { addDays, dayAt, momentOn } from "#lib/calendar";
import type { Tx } from "#lib/auth/viewer";
import { enqueue } from "#lib/jobs/jobs";

/** When the day before is summed up, after midnight in the account's time zone. */
const minuteOfDigest = 7 * 60;

/** Has the next digest of the environment written on the coming morning. */
export function enqueueDigest(tx: Tx): Promise<void> {
  const { timeZone } = tx.viewer.environment;
  const today = dayAt(tx.now, timeZone);
  const morning = momentOn(today, minuteOfDigest, timeZone);
  const runAt = morning > tx.now ? morning : momentOn(addDays(today, 1), minuteOfDigest, timeZone);
  return enqueue(tx, "notifications.digest", {}, { runAt, uniqueKey: "notifications.digest" });
}
