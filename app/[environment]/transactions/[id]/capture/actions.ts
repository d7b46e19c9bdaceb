"use server";

import { z } from "zod";
import { authorize } from "#lib/auth/permissions";
import { paths } from "#lib/paths";
import { capturePayment } from "#lib/payments/capture-payment";
import { getPayment } from "#lib/payments/queries";
import { operationFormAction } from "../../../../_server/form-action";
import { amountTyped } from "../amount-typed";
import { captureChoices } from "./capture-choices";

export const capture = operationFormAction(
  z.strictObject({ payment: z.string(), amount: z.string(), then: z.enum(captureChoices).optional() }),
  async (viewer, { payment: paymentId, amount: typed, then }) => {
    authorize(viewer, "payments:write");
    const { currency } = await getPayment(viewer, paymentId);
    const amount = amountTyped(typed, currency, viewer.locale);
    return capturePayment(viewer, { paymentId, amount, then });
  },
  { next: (viewer, { id }) => paths.payment(viewer, id) },
);
