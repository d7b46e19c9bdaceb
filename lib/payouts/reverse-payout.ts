import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { addBusinessDays } from "#lib/business-days";
import { mergeMetadata, type MetadataPatch } from "#lib/metadata";
import { claimed } from "#lib/operations/claimed";
import { auditedPayout } from "./audited-payout.ts";
import { getDestination } from "./destination.ts";
import { insertPayout } from "./insert-payout.ts";
import { findPayout } from "./queries.ts";
import { assertMay } from "./status.ts";
import { changePayout } from "./update-payout.ts";
import type { PayoutRow } from "./wire.ts";

/** Takes a payout back out of the bank account: another payout, of the negative amount. */
export function reversePayout(
  viewer: Viewer,
  id: string,
  metadata: MetadataPatch | undefined,
): Promise<PayoutRow> {
  authorize(viewer, "payouts:write");
  return transaction(viewer, (tx) =>
    claimed(tx, async () => {
      const original = await findPayout(tx, id);
      const destination = await getDestination(tx, original);
      assertMay("reverse", original, destination);
      const reversal = await insertPayout(tx, {
        amount: -original.amount,
        currency: original.currency,
        destination,
        method: "standard",
        submitAt: tx.now,
        arrivalDate: addBusinessDays(tx.now, 2),
        waits: true,
        originalPayoutId: id,
        metadata: mergeMetadata({}, metadata),
      });
      await changePayout(tx, original, { reversedById: reversal.id });
      await audit(tx, "payout.reversed", {
        subject: id,
        before: auditedPayout(original),
        after: { reversal: reversal.id },
      });
      return reversal;
    }),
  );
}
