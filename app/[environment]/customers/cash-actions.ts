"use server";

import { z } from "zod";
import { authorize } from "#lib/auth/permissions";
import { applyCustomerCash } from "#lib/cash/apply-customer-cash";
import { changeReconciliation } from "#lib/cash/change-reconciliation";
import { toMode } from "#lib/cash/params";
import { returnCash } from "#lib/cash/return-cash";
import { paths } from "#lib/paths";
import { refundReasons } from "#lib/refunds/refund-payment";
import { formAction, operationFormAction } from "../../_server/form-action";
import { amountTyped } from "../transactions/[id]/amount-typed";

const returnTyped = z.strictObject({
  customer: z.string(),
  currency: z.string(),
  amount: z.string(),
  reason: z.enum(refundReasons, "required"),
});

export const sendBack = operationFormAction(
  returnTyped,
  (viewer, { customer: customerId, currency, reason, ...typed }) => {
    authorize(viewer, "refunds:write");
    const amount = amountTyped(typed.amount, currency, viewer.locale);
    return returnCash(viewer, { customerId, currency, amount, reason });
  },
  { next: (viewer, { customerId }) => paths.customer(viewer, customerId) },
);

const modeTyped = z.strictObject({
  customer: z.string(),
  mode: z.enum(["automatic", "manual", "merchant_default"]),
});

export const changeMode = formAction(
  modeTyped,
  (viewer, { customer: customerId, mode }) =>
    changeReconciliation(viewer, { customerId, mode: toMode({ reconciliation_mode: mode }) }),
  { next: (viewer, { id }) => paths.customer(viewer, id) },
);

export const applyCash = operationFormAction(
  z.strictObject({ payment: z.string() }),
  (viewer, { payment: paymentId }) => applyCustomerCash(viewer, { paymentId }),
  { next: (viewer, { customerId }) => paths.customer(viewer, String(customerId)) },
);
