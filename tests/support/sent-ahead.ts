import type Stripe from "stripe";

const byTransfer = {
  allowed_payment_method_types: ["customer_balance"],
  payment_method_data: { type: "customer_balance" },
  payment_method_options: {
    customer_balance: { funding_type: "bank_transfer", bank_transfer: { type: "us_bank_transfer" } },
  },
  confirm: true,
} as const satisfies Partial<Stripe.PaymentIntentCreateParams>;

/** What lets a card pay too. */
export const cardToo = {
  allowed_payment_method_types: ["customer_balance", "card"],
} satisfies Partial<Stripe.PaymentIntentCreateParams>;

/** A payment in dollars that waits for its customer's transfer, as far as they did not send enough ahead. */
export function askByTransfer(
  stripe: Stripe,
  customer: string,
  amount: number,
  change: Partial<Stripe.PaymentIntentCreateParams> = {},
) {
  return stripe.paymentIntents.create({ ...byTransfer, customer, amount, currency: "usd", ...change });
}

/** A transfer of dollars that arrives. */
export function sendAhead(stripe: Stripe, customer: string, amount: number, reference?: string) {
  return stripe.testHelpers.customers.fundCashBalance(customer, { amount, currency: "usd", reference });
}

/** What is left of the dollars that a customer sent ahead. */
export async function cashOf(stripe: Stripe, customer: string): Promise<number> {
  return (await stripe.customers.retrieveCashBalance(customer)).available?.usd ?? 0;
}
