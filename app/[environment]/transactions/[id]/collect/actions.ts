"use server";

import { z } from "zod";
import { authorize } from "#lib/auth/permissions";
import { paths } from "#lib/paths";
import { collectAgain } from "#lib/payments/collect-payment";
import { declinedPayment } from "#lib/payments/declined-payment";
import { whereToAuthenticate } from "#lib/payments/where-to-authenticate";
import { inFormWords } from "../../../../_payments/in-form-words";
import { meansShape, meansTyped, requireCard } from "../../../../_payments/means-typed";
import { operationFormAction } from "../../../../_server/form-action";

export const collect = operationFormAction(
  z.strictObject({ payment: z.string(), ...meansShape }).superRefine(requireCard),
  (viewer, { payment: paymentId, ...means }) =>
    inFormWords(async () => {
      authorize(viewer, "payments:write");
      const returnPath = paths.payment(viewer, paymentId);
      return collectAgain(viewer, { paymentId, means: meansTyped(means) }, { returnPath });
    }),
  {
    next: (viewer, payment) => whereToAuthenticate(payment) ?? paths.payment(viewer, payment.id),
    refused: (viewer, facts) => {
      const id = declinedPayment(facts);
      return id === null ? null : paths.collectPayment(viewer, id);
    },
  },
);
