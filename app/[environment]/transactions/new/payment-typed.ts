import { z } from "zod";
import { descriptorSuffixProblem } from "#lib/accounts/statement-descriptor";
import { supportedCurrencies } from "#lib/money";
import type { NewPayment } from "#lib/payments/collect-payment";
import { meansShape, meansTyped, requireCard } from "../../../_payments/means-typed";

const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most, "too_long")
    .transform((text) => text || null);

const optionalEmail = () =>
  z.union([z.literal("").transform(() => null), z.email("email_invalid").max(254, "too_long")], {
    error: "email_invalid",
  });

/** What the form of a new payment sends; messages are codes of the `errors` catalogue. */
export const paymentTyped = z
  .strictObject({
    amount: z.string(),
    currency: z.enum(supportedCurrencies, "currency_unknown"),
    customer: z.string().default(""),
    name: optionalText(256).optional(),
    email: optionalEmail().optional(),
    ...meansShape,
    capture: z.literal("later").optional(),
    description: optionalText(1000),
    suffix: optionalText(22).superRefine((text, context) => {
      const problem = text === null ? null : descriptorSuffixProblem(text);
      if (problem) context.addIssue({ code: "custom", message: `descriptor_${problem}` });
    }),
    receipt: optionalEmail().default(null),
  })
  .superRefine(requireCard)
  .superRefine(({ customer, name, email }, context) => {
    if (customer !== newCustomer || name || email) return;
    context.addIssue({ code: "custom", path: ["name"], message: "required" });
  });

/** The value of `customer` that stands for somebody who is added with the payment. */
export const newCustomer = "new";

/** The same as the core takes it; `amount` is in minor units. */
export function toNewPayment(typed: z.output<typeof paymentTyped>, amount: number): NewPayment {
  return {
    amount,
    currency: typed.currency,
    customer: customerOf(typed),
    means: meansTyped(typed),
    capture: typed.capture ?? "now",
    description: typed.description,
    statementSuffix: typed.suffix,
    receiptEmail: typed.receipt,
  };
}

function customerOf({ customer, name, email }: z.output<typeof paymentTyped>): NewPayment["customer"] {
  if (customer === "") return null;
  return customer === newCustomer ? { name: name ?? null, email: email ?? null } : { id: customer };
}
