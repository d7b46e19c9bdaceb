"use server";

import { z } from "zod";
import { refundOrAsk } from "#lib/approvals/refund-or-ask";
import { authorize } from "#lib/auth/permissions";
import { getPayment } from "#lib/payments/queries";
import { cancelRefund } from "#lib/refunds/cancel-refund";
import { operationFormAction } from "../../_server/form-action";
import { amountTyped } from "../transactions/[id]/amount-typed";
import { refundChoices } from "../transactions/[id]/refund/refund-choices";
import { deskAddress } from "./desk-address";

const typed = z
  .strictObject({
    payment: z.string(),
    q: z.string(),
    amount: z.string(),
    reason: z.enum(refundChoices, "required"),
    note: z.string().trim().max(500, "too_long"),
    message: z.string().trim().max(1000, "too_long").default(""),
  })
  .refine(({ reason, note }) => reason !== "other" || note !== "", { path: ["note"], message: "required" });

export const refundAtDesk = operationFormAction(
  typed,
  async (viewer, { payment: paymentId, amount, reason, note, message }) => {
    authorize(viewer, "refunds:write");
    if (message) authorize(viewer, "receipts:send");
    const { currency } = await getPayment(viewer, paymentId);
    return refundOrAsk(viewer, {
      paymentId,
      amount: amountTyped(amount, currency, viewer.locale),
      reason: reason === "other" ? null : reason,
      note: note || null,
      customerMessage: message || null,
    });
  },
  { next: (viewer, { id }) => deskAddress(viewer, { done: id }) },
);

export const cancelAtDesk = operationFormAction(
  z.strictObject({ refund: z.string() }),
  (viewer, { refund }) => cancelRefund(viewer, refund),
  { next: (viewer, { id }) => deskAddress(viewer, { done: id }) },
);
