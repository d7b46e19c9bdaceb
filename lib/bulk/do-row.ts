import { find } from "#db/rows";
import type { BulkAct } from "#db/schema/bulk";
import { customers } from "#db/schema/index";
import { type Handle, transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { deleteCustomer } from "#lib/customers/delete-customer";
import { findCustomer } from "#lib/customers/queries";
import { acceptDispute } from "#lib/disputes/accept-dispute";
import { invalid, isBusy, isDomainError } from "#lib/errors";
import { claimed } from "#lib/operations/claimed";
import { resumeOperation } from "#lib/operations/finish";
import { findPayment } from "#lib/payments/find-payment";
import { updatePayment } from "#lib/payments/update-payment";
import { sendReceipt } from "#lib/receipts/send-receipt";
import { refundPayment } from "#lib/refunds/refund-payment";
import { planDeletion } from "./plan-row.ts";
import { type BulkRow, endRow, isNotNow, putOff, rowClaim } from "./row-claim.ts";

/**
 * Does to one row what its run is about, or finishes what a crash interrupted; and notes what came of it. "busy":
 * somebody else was at work on it, and its turn comes again.
 */
export async function doRow(viewer: Viewer, act: BulkAct, row: BulkRow): Promise<"over" | "busy"> {
  const claiming = { ...viewer, claim: rowClaim(row) };
  try {
    const result = row.operationId
      ? await resumeOperation(claiming, row.operationId)
      : await carryOut(claiming, act, row);
    await transaction(viewer, (tx) => endRow(tx, row, { result }));
  } catch (error) {
    if (isNotNow(error)) return "over";
    if (!isDomainError(error)) throw error;
    const again = isBusy(error) && (await transaction(viewer, (tx) => putOff(tx, row)));
    if (again) return "busy";
    await transaction(viewer, (tx) => endRow(tx, row, { error }));
  }
  return "over";
}

/** The same commands that a person's click or a client's call carries out, each with the row as its key. */
function carryOut(viewer: Viewer, act: BulkAct, row: BulkRow): Promise<unknown> {
  const { objectId, amount } = row;
  switch (act.act) {
    case "refund":
      return refundPayment(viewer, {
        paymentId: objectId,
        amount: amount ?? undefined,
        reason: act.reason,
        note: act.note,
      });
    case "receipt":
      return transaction(viewer, (tx) =>
        claimed(tx, async () => {
          const [mail] = await sendReceipt(viewer, {
            paymentIntentId: objectId,
            to: [await addressOf(tx, objectId)],
          });
          return mail;
        }),
      );
    case "metadata":
      return updatePayment(viewer, objectId, { metadata: act.metadata });
    case "accept_dispute":
      return acceptDispute(viewer, objectId);
    case "delete_customer":
      return transaction(viewer, (tx) =>
        claimed(tx, async () => {
          await assertAsConfirmed(tx, row);
          return deleteCustomer(viewer, objectId);
        }),
      );
  }
}

/** No other credit goes with a customer than the confirmation named. */
async function assertAsConfirmed(handle: Handle, { objectId, amount, currency }: BulkRow): Promise<void> {
  const now = planDeletion(await findCustomer(handle, objectId));
  if (now.amount === amount && now.currency === currency) return;
  throw invalid("Their credit has changed since this was confirmed.", { code: "balance_changed" });
}

async function addressOf(handle: Handle, paymentId: string): Promise<string> {
  const payment = await findPayment(handle, paymentId);
  const customer = payment.customerId === null ? null : await find(handle, customers, payment.customerId);
  const address = payment.receiptEmail ?? payment.payerEmail ?? customer?.email;
  if (address) return address;
  throw invalid("Nobody knows where to send this receipt.", { code: "no_address" });
}
