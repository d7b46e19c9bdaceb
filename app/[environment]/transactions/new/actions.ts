"use server";

import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { paths } from "#lib/paths";
import { collectPayment } from "#lib/payments/collect-payment";
import { declinedPayment } from "#lib/payments/declined-payment";
import { whereToAuthenticate } from "#lib/payments/where-to-authenticate";
import type { PaymentIntentRow } from "#lib/payments/wire";
import { inFormWords } from "../../../_payments/in-form-words";
import { operationFormAction } from "../../../_server/form-action";
import { amountTyped } from "../[id]/amount-typed";
import { paymentTyped, toNewPayment } from "./payment-typed";

export const takePayment = operationFormAction(
  paymentTyped,
  (viewer, typed) =>
    inFormWords(async () => {
      authorize(viewer, "payments:write");
      const amount = amountTyped(typed.amount, typed.currency, viewer.locale);
      const payment = toNewPayment(typed, amount);
      return collectPayment(viewer, payment, { returnPath: paths.newPaymentDone(viewer) });
    }),
  { next: pageOf, refused: (viewer, facts) => pageOfDeclined(viewer, declinedPayment(facts)) },
);

function pageOf(viewer: Viewer, payment: PaymentIntentRow): string {
  return whereToAuthenticate(payment) ?? paths.payment(viewer, payment.id);
}

function pageOfDeclined(viewer: Viewer, id: string | null): string | null {
  return id === null ? null : paths.collectPayment(viewer, id);
}
