"use server";

import { z } from "zod";
import { authorize } from "#lib/auth/permissions";
import { adjustBalance } from "#lib/customer-balance/adjust-balance";
import { getCustomer } from "#lib/customers/queries";
import { paths } from "#lib/paths";
import { formAction } from "../../_server/form-action";
import { amountTyped } from "../transactions/[id]/amount-typed";

const typed = z.strictObject({
  customer: z.string(),
  direction: z.enum(["credit", "debit"]),
  amount: z.string(),
  currency: z.string().default(""),
  note: z.string().trim().max(350, "too_long"),
});

export const adjust = formAction(
  typed,
  async (viewer, { customer: id, direction, note, ...given }) => {
    authorize(viewer, "customers:write");
    const customer = await getCustomer(viewer, id, "customer");
    const currency = customer.currency ?? (given.currency || viewer.environment.currency);
    const amount = amountTyped(given.amount, currency, viewer.locale);
    return adjustBalance(viewer, {
      customerId: id,
      amount: direction === "credit" ? -amount : amount,
      currency,
      description: note || null,
    });
  },
  { next: (viewer, { customerId }) => paths.customer(viewer, customerId) },
);
