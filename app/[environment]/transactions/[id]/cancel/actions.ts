"use server";

import { z } from "zod";
import { paths } from "#lib/paths";
import { cancelPayment } from "#lib/payments/cancel-payment";
import { operationFormAction } from "../../../../_server/form-action";
import { cancelChoices } from "./cancel-choices";

const typed = z
  .strictObject({
    payment: z.string(),
    reason: z.enum(cancelChoices, "required"),
    note: z.string().trim().max(500, "too_long"),
  })
  .refine(({ reason, note }) => reason !== "other" || note !== "", { path: ["note"], message: "required" });

export const cancel = operationFormAction(
  typed,
  (viewer, { payment: paymentId, reason, note }) =>
    cancelPayment(viewer, { paymentId, reason: reason === "other" ? null : reason, note: note || null }),
  { next: (viewer, { id }) => paths.payment(viewer, id) },
);
