"use server";

import { z } from "zod";
import { paths } from "#lib/paths";
import { createTaxId } from "#lib/tax-ids/create-tax-id";
import { deleteTaxId } from "#lib/tax-ids/delete-tax-id";
import { formAction } from "../../_server/form-action";

const typed = z
  .strictObject({
    customer: z.string(),
    type: z.string().min(1, "required"),
    value: z.string().trim().min(1, "required").max(100, "too_long"),
  })
  .transform(({ customer, ...taxId }) => ({ ...taxId, customerId: customer }));

export const addTaxId = formAction(typed, createTaxId, {
  next: (viewer, { customerId }) => paths.customer(viewer, customerId ?? ""),
});

export const removeTaxId = formAction(
  z.strictObject({ customer: z.string(), taxId: z.string() }),
  (viewer, { customer, taxId }) => deleteTaxId(viewer, { customerId: customer, id: taxId }),
  { next: (viewer, { customerId }) => paths.customer(viewer, customerId ?? "") },
);
