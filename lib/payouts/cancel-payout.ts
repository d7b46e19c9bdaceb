import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { getDestination } from "./destination.ts";
import { findPayout } from "./queries.ts";
import { auditedPayout } from "./audited-payout.ts";
import { claimed } from "#lib/operations/claimed";
import { returnPayout } from "./return-payout.ts";
import { assertMay } from "./status.ts";
import { changePayout } from "./update-payout.ts";
import type { PayoutRow } from "./wire.ts";

/** Takes back a payout that the bank does not have yet. */
export function cancelPayout(viewer: Viewer, id: string): Promise<PayoutRow> {
  authorize(viewer, "payouts:write");
  return transaction(viewer, (tx) =>
    claimed(tx, async () => {
      const payout = await findPayout(tx, id);
      assertMay("cancel", payout, await getDestination(tx, payout));
      await audit(tx, "payout.canceled", {
        subject: id,
        before: auditedPayout(payout),
        after: { status: "canceled" },
      });
      const failureBalanceTransactionId = await returnPayout(tx, payout, "payout_cancel");
      const patch = { status: "canceled" as const, failureBalanceTransactionId };
      return changePayout(tx, payout, patch, "payout.canceled");
    }),
  );
}
