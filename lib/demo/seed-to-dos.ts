import type { Actor } from "#db/schema/payments";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type ViewedEnvironment, type Viewer } from "#lib/auth/viewer";
import { day, hour } from "#lib/clock";
import { createExternalAccount } from "#lib/external-accounts/create-external-account";
import { createPayment } from "#lib/payments/create-payment";
import { createPayout } from "#lib/payouts/create-payout";
import { settlePayout } from "#lib/payouts/settle-payout";
import { submitPayout } from "#lib/payouts/submit-payout";
import { claimDue } from "#lib/webhooks/claim";
import { createEndpoint } from "#lib/webhooks/create-endpoint";
import { settle } from "#lib/webhooks/settle";

/** How many payments come with what waits. */
export const waitingPayments = 2;

/** Minor units of the account's currency. */
const paidOut = 25_000;

/**
 * Leaves something of each kind for somebody to do: a hold that ends within days, a review, a payout that failed, a program
 * that does not answer. Before the history is paid out: there has to be money.
 */
export async function seedToDos(
  environment: ViewedEnvironment,
  { shop, owner, until }: { shop: Actor; owner: Actor; until: number },
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

function viewerAt(environment: ViewedEnvironment, actor: Actor, now: number): Viewer {
  return { ...systemViewer(environment, "operator", new Set(allPermissions)), actor, now: () => now };
}
