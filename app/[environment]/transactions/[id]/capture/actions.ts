"use server";

import { z } from "zod";
import { authorize } from "#lib/auth/permissions";
import { paths } from "#lib/paths";
import { capturePayment } from "#lib/payments/capture-payment";
import { getPayment } from "#lib/payments/queries";
import { operationFormAction } from "../../../../_server/form-action";
import { amountTyped } from "../amount-typed";

export const capture = operationFormAction(
  z.strictObject({ payment: z.string(), amount: z.string() }),
  async (viewer, { payment: paymentId, amount }) => {
    authorize(viewer, "payments:write");
    const { currency } = await getPayment(viewer, paymentId);
    return capturePayment(viewer, { paymentId, amount: amountTyped(amount, currency, viewer.locale) });
  },
  { next: (viewer, { id }) => paths.payment(viewer, id) },
);
