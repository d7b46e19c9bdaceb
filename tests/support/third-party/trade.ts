import { expect } from "vitest";
import type Stripe from "stripe";

/** Where what a business has by then is listed, by the mirrors' names of it. */
export const traded = {
  products: "products",
  prices: "prices",
  customers: "customers",
  charges: "charges",
  setup_intents: "setup_intents",
  payment_intents: "payment_intents",
  disputes: "disputes",
  early_fraud_warnings: "radar/early_fraud_warnings",
  refunds: "refunds",
};

export interface Trade {
  customer: string;
  /** A payment that can be refunded. */
  paid: string;
}

/** A business with some of everything. */
export async function trade(stripe: Stripe): Promise<Trade> {
  const { id: customer } = await stripe.customers.create({ email: "jenny@example.com", name: "Jenny" });
  const { id: product } = await stripe.products.create({
    name: "Tea",
    default_price_data: { currency: "usd", unit_amount: 900 },
  });
  await stripe.plans.create({ product, currency: "usd", amount: 500, interval: "month" });
  await stripe.entitlements.features.create({ name: "Two cups", lookup_key: "two-cups" });
  const { id: paid } = await pay(stripe, customer, "pm_card_visa");
  await pay(stripe, customer, "pm_card_visa", { capture_method: "manual" });
  await expect(pay(stripe, customer, "pm_card_visa_chargeDeclined")).rejects.toThrow("declined");
  await pay(stripe, customer, "pm_card_createDispute");
  await pay(stripe, customer, "pm_card_createIssuerFraudRecord");
  const { id: method } = await stripe.paymentMethods.attach("pm_card_mastercard", { customer });
  await stripe.setupIntents.create({
    customer,
    payment_method: method,
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    confirm: true,
  });
  return { customer, paid };
}

/** What happens next. */
export async function goOn(stripe: Stripe, { customer, paid }: Trade): Promise<void> {
  const { id: product } = await stripe.products.create({ name: "Coffee" });
  await stripe.prices.create({ product, currency: "usd", unit_amount: 1100 });
  await stripe.customers.update(customer, { name: "Jenny Rosen", metadata: { shop: "Lyon" } });
  const { id: gone } = await stripe.customers.create({ email: "gone@example.com" });
  await stripe.customers.del(gone);
  await stripe.refunds.create({ payment_intent: paid, amount: 700, metadata: { reason: "cold" } });
  await pay(stripe, customer, "pm_card_amex");
  const { id: intent } = await stripe.paymentIntents.create({ amount: 100, currency: "usd" });
  await stripe.paymentIntents.cancel(intent);
  const { id: setup } = await stripe.setupIntents.create();
  await stripe.setupIntents.cancel(setup);
}

function pay(stripe: Stripe, customer: string, method: string, more: object = {}) {
  return stripe.paymentIntents.create({
    amount: 2000,
    currency: "usd",
    customer,
    payment_method: method,
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    confirm: true,
    ...more,
  });
}
