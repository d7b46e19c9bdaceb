"use server";

import { z } from "zod";
import { paths } from "#lib/paths";
import { sendReceipt } from "#lib/receipts/send-receipt";
import { formAction } from "../../../../_server/form-action";

const typed = z.strictObject({
  payment: z.string(),
  to: z.string().transform((text) =>
    text
      .split(",")
      .map((address) => address.trim())
      .filter(Boolean),
  ),
});

export const send = formAction(
  typed,
  async (viewer, { payment, to }) => {
    await sendReceipt(viewer, { paymentIntentId: payment, to });
    return payment;
  },
  { next: (viewer, payment) => paths.payment(viewer, payment) },
);
