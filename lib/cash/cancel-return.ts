import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize, may } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { claimed } from "#lib/operations/claimed";
import { tooLate } from "#lib/refunds/cancel-refund";
import type { CashReturnRow } from "./return-wire.ts";
import { findCashReturn } from "./returns.ts";
import { bringBack } from "./settle-return.ts";

/** Why a return cannot be canceled now; null when it can. The screen and the command ask the same. */
export function whyNotTakenBack(
  viewer: Viewer,
  { status }: Pick<CashReturnRow, "status">,
): "not_allowed" | "sent" | null {
  if (!may(viewer, "refunds:write")) return "not_allowed";
  return isAsked({ status }) ? null : "sent";
}

/** Takes back what waits for the customer to name their bank account; what is on its way can no longer be stopped. */
export function cancelCashReturn(viewer: Viewer, id: string): Promise<CashReturnRow> {
  authorize(viewer, "refunds:write");
  return transaction(viewer, (tx) =>
    claimed(tx, async () => {
      const row = await waiting(tx, id, "canceled");
      await auditEnd(tx, row);
      return bringBack(tx, row, { status: "canceled", failureReason: "merchant_request" });
    }),
  );
}

/** Lets the time be over in which the customer may name their bank account. */
export function expireReturnNow(viewer: Viewer, id: string): Promise<CashReturnRow> {
  authorize(viewer, "refunds:write");
  if (viewer.environment.kind === "live") throw invalid("Refunds can only be made to expire in test mode.");
  return transaction(viewer, (tx) =>
    claimed(tx, async () => {
      const row = await waiting(tx, id, "expired");
      await auditEnd(tx, row);
      return bringBack(tx, row, { status: "canceled" });
    }),
  );
}

async function auditEnd(
  tx: Tx,
  { id, customerId: customer, amount, currency, status }: CashReturnRow,
): Promise<void> {
  await audit(tx, "refund.canceled", {
    subject: id,
    before: { customer, amount, currency, status },
    after: { status: "canceled" },
  });
}

async function waiting(tx: Tx, id: string, wish: "canceled" | "expired"): Promise<CashReturnRow> {
  const row = await findCashReturn(tx, id);
  if (isAsked(row)) return row;
  throw tooLate(row, wish);
}

/** Whether it waits for its customer to name their bank account. */
function isAsked({ status }: Pick<CashReturnRow, "status">): boolean {
  return status === "requires_action";
}
