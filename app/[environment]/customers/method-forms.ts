import { z } from "zod";
import type { AddedMethod } from "#lib/payment-methods/add-payment-method";
import { readExpiry } from "../../_payments/means-typed";

/** Cards and accounts of the simulator that show what can happen, by what the form calls them. */
export const testMethods = {
  pm_card_visa: "visa",
  pm_card_mastercard: "mastercard",
  pm_card_amex: "amex",
  pm_card_authenticationRequired: "authenticates",
  pm_card_chargeCustomerFail: "declines",
  pm_card_createDispute: "disputes",
} as const;

const sent = z.object({ customer: z.string(), use: z.enum(["by_default", "when_chosen"]) });

export const testMethodForm = z
  .strictObject({
    ...sent.shape,
    testMethod: z.enum(Object.keys(testMethods) as (keyof typeof testMethods)[], "required"),
  })
  .transform(({ customer, testMethod, use }): AddedMethod => ({
    customerId: customer,
    method: { testMethodId: testMethod },
    use,
  }));

const digits = (least: number, most: number, message: string) =>
  z
    .string()
    .transform((text) => text.replaceAll(/[\s-]/g, ""))
    .refine((text) => new RegExp(`^\\d{${least},${most}}$`).test(text), message);

export const cardForm = z
  .strictObject({
    ...sent.shape,
    cardNumber: digits(12, 19, "card_number_invalid"),
    cardExpiry: z.string().transform((text, context) => {
      const expiry = readExpiry(text);
      if (expiry && expiry.expMonth >= 1 && expiry.expMonth <= 12) return expiry;
      context.addIssue("card_expiry_invalid");
      return z.NEVER;
    }),
    cardCvc: digits(3, 4, "card_cvc_invalid"),
    holder: z.string().trim().max(256, "too_long"),
    postalCode: z.string().trim().max(50, "too_long"),
  })
  .transform(({ customer, use, cardNumber, cardExpiry, cardCvc, holder, postalCode }): AddedMethod => ({
    customerId: customer,
    use,
    method: {
      type: "card",
      card: { number: cardNumber, cvc: cardCvc, ...cardExpiry },
      billingDetails: { name: holder || null, address: { postal_code: postalCode || null } },
    },
  }));

export const methodForm = z.strictObject({ customer: z.string(), method: z.string() });
