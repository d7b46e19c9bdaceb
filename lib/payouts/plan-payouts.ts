import { nextPayoutAt } from "#lib/balance-settings/next-payout";
import { settingsOf } from "#lib/balance-settings/settings";
import type { Tx } from "#lib/auth/viewer";
import { enqueue } from "#lib/jobs/jobs";

/** Sees to it that the next automatic payout is made, when the schedule wants it. */
export async function planPayouts(tx: Tx): Promise<void> {
  const at = nextPayoutAt(await settingsOf(tx, tx.viewer.environment), tx.now);
  if (at === null) return;
  await enqueue(tx, "payouts.run", { at }, { runAt: at, uniqueKey: `payouts.run:${at}` });
}
