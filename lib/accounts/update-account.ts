import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { forgetDays } from "#lib/figures/state";
import type { AccountDetails } from "./account-details.ts";
import { contactOf } from "./wire-contact.ts";
import { type Account, getAccount } from "./queries.ts";
import { toAccount } from "./wire.ts";

/** Changes what the account says of itself, in all its environments at once. */
export function updateAccount(viewer: Viewer, details: AccountDetails): Promise<void> {
  authorize(viewer, "account:write");
  return transaction(viewer, async (tx) => {
    await viewer.claim?.take(tx, null);
    const account = await getAccount(viewer);
    const { name, timeZone, locale, ...settings } = details;
    const patch = { name, timeZone, locale, settings: { ...account.settings, ...settings } };
    await tx.db.update(accounts).set(patch).where(eq(accounts.id, account.id));
    if (timeZone !== account.timeZone) await forgetDays(tx.db, account.id);
    const { before, after } = difference(detailsOf(account), details);
    if (Object.keys(after).length > 0) {
      await audit(tx, "account.updated", { subject: account.id, before, after });
      await record(tx, "account.updated", toAccount({ ...account, ...patch }), {
        before: toAccount(account),
      });
    }
    await viewer.claim?.settle(tx, { result: null });
  });
}

/** The details as the form shows them. */
export function detailsOf(account: Account): Omit<AccountDetails, "locale"> & { locale: string } {
  const { name, timeZone, locale, settings } = account;
  const { statementDescriptor, statementDescriptorPrefix } = settings;
  const details = { name, ...contactOf(settings), statementDescriptor, statementDescriptorPrefix };
  return { ...details, timeZone, locale };
}

function difference(before: Record<string, unknown>, after: Record<string, unknown>) {
  const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
  const only = (fields: Record<string, unknown>) =>
    Object.fromEntries(changed.map((name) => [name, fields[name]]));
  return { before: only(before), after: only(after) };
}
