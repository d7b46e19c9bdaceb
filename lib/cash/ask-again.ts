import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize, may } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { maskEmail } from "#lib/discretion/masks";
import { invalid, tooManyRequests } from "#lib/errors";
import { claimed } from "#lib/operations/claimed";
import { askForAccount } from "./ask-for-account.ts";
import { lettersOfDay } from "./letters.ts";
import { isAwaited } from "./name-account.ts";
import type { CashReturnRow } from "./return-wire.ts";
import { findCashReturn } from "./returns.ts";
import { become } from "./settle-return.ts";

/** Letters about one return within a day: enough to find one, too few to pester with. */
const mostLetters = 3;

/**
 * Why the customer of a return cannot be asked again for their bank account now; null when they can. The screen and
 * the command ask the same. `letters`: how many they were sent within a day.
 */
export function whyNotAskedAgain(
  viewer: Viewer,
  { cashReturn, letters }: { cashReturn: CashReturnRow; letters: number },
): "not_allowed" | "over" | "too_often" | null {
  if (!may(viewer, "refunds:write")) return "not_allowed";
  if (!isAwaited(cashReturn, viewer.now())) return "over";
  return letters < mostLetters ? null : "too_often";
}

/**
 * Writes again to the customer of a return who has not named their bank account, where they were written to before.
 * The link is the one they have, and ends when it did: whoever the address is wrong for is sent another return.
 */
export function askAgainForAccount(viewer: Viewer, id: string): Promise<CashReturnRow> {
  authorize(viewer, "refunds:write");
  return transaction(viewer, (tx) => claimed(tx, () => askAgain(tx, id)));
}

async function askAgain(tx: Tx, id: string): Promise<CashReturnRow> {
  const row = await findCashReturn(tx, id);
  const obstacle = whyNotAskedAgain(tx.viewer, {
    cashReturn: row,
    letters: await lettersOfDay(tx, { id, now: tx.now }),
  });
  if (obstacle === "too_often") throw tooManyRequests("Too many letters were sent today.", "links_throttled");
  if (obstacle !== null || row.asked === null)
    throw invalid(`Refund ${id} has a status of ${row.status}: no bank account is asked for.`);
  const after = await become(tx, row, { asked: { ...row.asked, askedAt: tx.now } });
  await askForAccount(tx, after);
  await audit(tx, "refund.account_asked_again", {
    subject: id,
    before: { customer: row.customerId, asked: new Date(row.asked.askedAt).toISOString() },
    after: { to: maskEmail(row.asked.email) },
  });
  return after;
}
