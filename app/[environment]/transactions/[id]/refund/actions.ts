"use server";

import { z } from "zod";
import { paths } from "#lib/paths";
import { getPayment } from "#lib/payments/queries";
import { refundOrAsk } from "#lib/approvals/refund-or-ask";
import { authorize } from "#lib/auth/permissions";
import { operationFormAction } from "../../../../_server/form-action";
import { amountTyped } from "../amount-typed";
import { refundChoices } from "./refund-choices";

const typed = z
  .strictObject({
    payment: z.string(),
    amount: z.string(),
    reason: z.enum(refundChoices, "required"),
    note: z.string().trim().max(500, "too_long"),
  })
  .refine(({ reason, note }) => reason !== "other" || note !== "", { path: ["note"], message: "required" });

export const refund = operationFormAction(
  typed,
  async (viewer, { payment: paymentId, amount, reason, note }) => {
    authorize(viewer, "refunds:write");
    const { currency } = await getPayment(viewer, paymentId);
    return refundOrAsk(viewer, {
      paymentId,
      amount: amountTyped(amount, currency, viewer.locale),
      reason: reason === "other" ? null : reason,
      note: note || null,
    });
  },
  {
    next: (viewer, made) =>
      "askedById" in made ? paths.approval(viewer, made.id) : paths.payment(viewer, made.paymentIntentId),
  },
);
