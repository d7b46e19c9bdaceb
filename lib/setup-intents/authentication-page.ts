import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { isDomainError } from "#lib/errors";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { type AuthenticationAddress, unlessGone, viewerAt } from "#lib/payments/authentication-address";
import { completeSetup, setupReturnUrl, setupToAuthenticate } from "./complete-setup.ts";
import type { SetupIntentRow } from "./wire.ts";

export interface WaitingSetup {
  viewer: Viewer;
  setup: SetupIntentRow;
  method: PaymentMethodRow;
}

/** Whether a customer is asked at this address to let a method be kept, and not to pay. */
export function isSetupAddress({ payment }: AuthenticationAddress): boolean {
  return payment.startsWith("seti_");
}

/** The setup that waits for its customer at this address; null where none does. */
export async function openSetupAuthentication(address: AuthenticationAddress): Promise<WaitingSetup | null> {
  const viewer = await viewerAt(address);
  if (!viewer) return null;
  const asked = { setupId: address.payment, token: address.token };
  const waiting = await unlessGone(async () => setupToAuthenticate(await reader(viewer), asked));
  return waiting && { viewer, ...waiting };
}

/**
 * Goes on with the setup as the customer chose. Where they go next: the business's own page with what became of
 * the setup, or null where it named none. Undefined when nothing waited at this address any more.
 */
export async function answerSetupAuthentication(
  address: AuthenticationAddress,
  outcome: "succeeded" | "failed",
): Promise<{ status: "succeeded" | "failed"; returnTo: string | null } | undefined> {
  const waiting = await openSetupAuthentication(address);
  if (!waiting) return undefined;
  const { viewer, setup } = waiting;
  try {
    await completeSetup(viewer, { setupId: setup.id, token: address.token, outcome });
    return { status: "succeeded", returnTo: returnAddress(setup, "succeeded") };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    if (error.facts.status !== 402) return undefined;
    return { status: "failed", returnTo: returnAddress(setup, "failed") };
  }
}

/** As clients expect it: https://docs.stripe.com/api/setup_intents/confirm#confirm_setup_intent-return_url */
function returnAddress(setup: SetupIntentRow, status: string): string | null {
  const given = setupReturnUrl(setup);
  if (given === null || !URL.canParse(given)) return null;
  const url = new URL(given);
  url.searchParams.set("setup_intent", setup.id);
  url.searchParams.set("setup_intent_client_secret", setup.clientSecret);
  url.searchParams.set("redirect_status", status);
  return url.href;
}
