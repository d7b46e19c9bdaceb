import type { Actor } from "#db/schema/payments";
import { refundOrAsk } from "#lib/approvals/refund-or-ask";
import { setLimits } from "#lib/approvals/set-limits";
import type { ViewedEnvironment, Viewer } from "#lib/auth/viewer";
import { day, hour } from "#lib/clock";
import { createExternalAccount } from "#lib/external-accounts/create-external-account";
import { createPayment } from "#lib/payments/create-payment";
import { createPayout } from "#lib/payouts/create-payout";
import { settlePayout } from "#lib/payouts/settle-payout";
import { submitPayout } from "#lib/payouts/submit-payout";
import { claimDue } from "#lib/webhooks/claim";
import { createEndpoint } from "#lib/webhooks/create-endpoint";
import { settle } from "#lib/webhooks/settle";
import { viewerAt } from "./viewer-at.ts";

/** How many payments come with what waits. */
export const waitingPayments = 3;

/** Minor units of the account's currency. */
const paidOut = 25_000;
const refundLimit = 30_000;

interface Cast {
  shop: Actor;
  owner: Actor;
  /** Answers customers, and may not refund beyond a limit. */
  agent: Actor;
  until: number;
}

/**
 * Leaves something of each kind for somebody to do: a hold that ends within days, a review, a refund to approve, a payout
 * that failed, a program that does not answer. Before the history is paid out: there has to be money.
 */
export async function seedToDos(
  environment: ViewedEnvironment,
  { shop, owner, agent, until }: Cast,
): Promise<void> {
  const at = (actor: Actor, ago: number) => viewerAt(environment, actor, until - ago);
  const { currency } = environment;
  await createPayment(
    at(shop, 2 * day),
    { amount: 21_500, currency, description: "Armoire, made to order", captureMethod: "manual" },
    { paymentMethodId: "pm_card_visa" },
  );
  await createPayment(
    at(shop, 5 * hour),
    { amount: 34_900, currency, description: "Gift hampers" },
    { paymentMethodId: "pm_card_riskLevelElevated" },
  );
  const { id: paymentId } = await createPayment(
    at(shop, day + 3 * hour),
    { amount: 42_000, currency, description: "Wedding favours, 120 sachets" },
    { paymentMethodId: "pm_card_mastercard" },
  );
  await setLimits(
    at(owner, 60 * day),
    { kind: "role", id: "support_specialist" },
    { perRefund: refundLimit, perDay: null, perCustomer: null, approves: null },
  );
  await refundOrAsk(at(agent, 3 * hour), {
    paymentId,
    reason: "requested_by_customer",
    note: "The wedding is off. Nothing was made yet.",
  });
  const { endpoint } = await createEndpoint(at(owner, 60 * day), {
    url: "https://erp.maison-lavande.test/payouts",
    description: "Accounting",
    enabledEvents: ["payout.failed"],
  });
  await failPayout(at(owner, 3 * day), at(owner, 2 * hour));
  await missDelivery(at(owner, hour), endpoint.id);
}

/** To an account whose number has a digit wrong. Its money goes with the next payout by schedule. */
async function failPayout(asked: Viewer, refused: Viewer): Promise<void> {
  const currency = "eur";
  const { id: destinationId } = await createExternalAccount(asked, {
    bankAccount: { accountNumber: "FR7630006000011234567890189", country: "FR", currency },
  });
  const { id: payoutId } = await createPayout(asked, { amount: paidOut, currency, destinationId });
  await submitPayout(asked, { payoutId });
  await settlePayout(refused, { payoutId, failure: "no_account" });
}

async function missDelivery(viewer: Viewer, endpointId: string): Promise<void> {
  for (const delivery of await claimDue(viewer, endpointId, 1)) {
    await settle(viewer, delivery, {
      status: 503,
      error: null,
      duration: 412,
      response: "Service Unavailable",
    });
  }
}
