import { change } from "#db/rows";
import { topups } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { claimed } from "#lib/operations/claimed";
import { findTopup } from "./queries.ts";
import { type TopupRow, toTopup } from "./wire.ts";

/** Stops a top-up whose money has not arrived. */
export function cancelTopup(viewer: Viewer, id: string): Promise<TopupRow> {
  authorize(viewer, "topups:write");
  return transaction(viewer, (tx) =>
    claimed(tx, async () => {
      const topup = await findTopup(tx, id);
      if (topup.status !== "pending") {
        throw invalid(
          `Top-up ${id} cannot be canceled: only pending top-ups can, and it is ${topup.status}.`,
        );
      }
      const after = await change(tx, topups, topup, { status: "canceled" });
      await record(tx, "topup.canceled", toTopup(after, viewer.environment));
      const { amount, currency, status } = topup;
      await audit(tx, "topup.canceled", {
        subject: id,
        before: { amount, currency, status },
        after: { status: after.status },
      });
      return after;
    }),
  );
}
