import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { changeExternalAccount } from "#lib/external-accounts/insert-external-account";
import { findExternalAccount } from "#lib/external-accounts/queries";
import type { ExternalAccountRow } from "#lib/external-accounts/wire";
import { claimed } from "#lib/operations/claimed";
import { planPayouts } from "./plan-payouts.ts";

/** Says that a destination whose payout failed is right again, so that payouts are sent to it as before. */
export function resumePayouts(viewer: Viewer, externalAccountId: string): Promise<ExternalAccountRow> {
  authorize(viewer, "bank_accounts:write");
  return transaction(viewer, (tx) =>
    claimed(tx, async () => {
      const account = await findExternalAccount(tx, externalAccountId);
      if (account.status !== "errored") return account;
      const after = await changeExternalAccount(tx, account, { status: "new" });
      await audit(tx, "payouts.resumed", {
        subject: account.id,
        before: { status: account.status },
        after: { status: after.status },
      });
      await planPayouts(tx);
      return after;
    }),
  );
}
