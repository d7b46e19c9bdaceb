import type Stripe from "stripe";
import { runDueJobs } from "#lib/jobs/run-due";
import type { ApiWorld } from "#tests/support/api-server";

/** A payment with a test card that its bank disputes, and the dispute; of several the one it opened last. */
export async function aDispute(
  { stripe }: Pick<ApiWorld, "stripe">,
  card = "createDispute",
  params: Partial<Stripe.PaymentIntentCreateParams> = {},
) {
  const payment = await stripe.paymentIntents.create({
    amount: 5000,
    currency: "eur",
    payment_method: `pm_card_${card}`,
    confirm: true,
    ...params,
  });
  const { data } = await stripe.disputes.list({ payment_intent: payment.id });
  const [dispute] = data;
  if (!dispute) throw new Error("The payment was not disputed");
  return { payment, dispute, charge: String(payment.latest_charge) };
}

/** What is due by then has happened; milliseconds from now. */
export async function after({ environment }: Pick<ApiWorld, "environment">, milliseconds: number) {
  await runDueJobs(environment, Date.now() + milliseconds);
}
