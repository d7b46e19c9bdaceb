import type { APIRequestContext } from "@playwright/test";
import { demoKeys } from "#lib/demo/credentials";

interface MadePayment {
  id: string;
  status: string;
  next_action: { redirect_to_url: { url: string } } | null;
}

/** A payment of the demo business made through the API: 64.50 EUR with a Mastercard unless told otherwise. */
export async function aDemoPayment(
  request: APIRequestContext,
  params: Record<string, string> = {},
): Promise<MadePayment> {
  const form = {
    amount: "6450",
    currency: "eur",
    payment_method: "pm_card_mastercard",
    confirm: "true",
    "automatic_payment_methods[enabled]": "true",
    "automatic_payment_methods[allow_redirects]": "never",
    ...params,
  };
  const response = await request.post("/v1/payment_intents", { form, headers: authorization });
  if (!response.ok()) throw new Error(await response.text());
  return response.json();
}

/** The id of a card payment of the demo business that is some weeks old, one of many, and was given back by nobody. */
export async function anOldPayment(request: APIRequestContext): Promise<string> {
  const until = Math.floor(Date.now() / 1000) - 30 * 24 * 60 * 60;
  const params = { "created[lte]": String(until), limit: "100" };
  const response = await request.get("/v1/charges", { params, headers: authorization });
  const { data }: { data: OldCharge[] } = await response.json();
  const whole = data.filter(
    (charge) =>
      charge.status === "succeeded" &&
      charge.currency === "eur" &&
      charge.amount_captured > 1000 &&
      charge.amount_refunded === 0 &&
      !charge.disputed &&
      charge.payment_method_details.type === "card",
  );
  const chosen = whole[Math.floor(Math.random() * whole.length)];
  if (!chosen) throw new Error("No old payment is whole");
  return chosen.payment_intent;
}

interface OldCharge {
  status: string;
  currency: string;
  amount_captured: number;
  amount_refunded: number;
  disputed: boolean;
  payment_intent: string;
  payment_method_details: { type: string };
}

/** The refunds of a payment, as the API lists them. */
export async function refundsOf(
  request: APIRequestContext,
  paymentIntent: string,
): Promise<{ amount: number; reason: string | null }[]> {
  const response = await request.get("/v1/refunds", {
    params: { payment_intent: paymentIntent },
    headers: authorization,
  });
  const { data } = await response.json();
  return data;
}

/** The ids of the disputes of a payment, newest first. */
export async function disputesOf(request: APIRequestContext, paymentIntent: string): Promise<string[]> {
  const response = await request.get("/v1/disputes", {
    params: { payment_intent: paymentIntent },
    headers: authorization,
  });
  const { data }: { data: { id: string }[] } = await response.json();
  return data.map(({ id }) => id);
}

const authorization = { Authorization: `Bearer ${demoKeys.secret}` };
