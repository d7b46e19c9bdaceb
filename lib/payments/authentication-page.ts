import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { config } from "#lib/config";
import { isDomainError } from "#lib/errors";
import { type AuthenticationAddress, unlessGone, viewerAt } from "./authentication-address.ts";
import { completeAuthentication, paymentToAuthenticate, returnUrlOf } from "./complete-authentication.ts";
import type { PaymentIntentRow } from "./wire.ts";

export type { AuthenticationAddress } from "./authentication-address.ts";

export interface WaitingPayment {
  viewer: Viewer;
  payment: PaymentIntentRow;
}

/** The payment that waits for its customer at this address; null where none does. */
export async function openAuthentication(address: AuthenticationAddress): Promise<WaitingPayment | null> {
  const viewer = await viewerAt(address);
  if (!viewer) return null;
  const asked = { paymentId: address.payment, token: address.token };
  const payment = await unlessGone(async () => paymentToAuthenticate(await reader(viewer), asked));
  return payment && { viewer, payment };
}

/**
 * Goes on with the payment as the customer chose. Where they go next: the business's own page with what became of
 * the payment, or null where it named none. Undefined when nothing waited at this address any more.
 */
export async function answerAuthentication(
  address: AuthenticationAddress,
  outcome: "succeeded" | "failed",
  clientAddress: string | null = null,
): Promise<{ status: "succeeded" | "failed" | "pending"; returnTo: string | null } | undefined> {
  const waiting = await openAuthentication(address);
  if (!waiting) return undefined;
  const { viewer, payment } = waiting;
  const status = await statusAfter(viewer, payment, { token: address.token, outcome, clientAddress });
  return status && { status, returnTo: returnAddress(payment, status) };
}

async function statusAfter(
  viewer: Viewer,
  payment: PaymentIntentRow,
  answer: { token: string; outcome: "succeeded" | "failed"; clientAddress: string | null },
): Promise<"succeeded" | "failed" | "pending" | undefined> {
  try {
    const after = await completeAuthentication(viewer, { paymentId: payment.id, ...answer });
    return unfinished.has(after.status) ? "pending" : "succeeded";
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return error.facts.status === 402 ? "failed" : undefined;
  }
}

/** The bank takes its time, or the business is to confirm it once more. */
const unfinished: ReadonlySet<string> = new Set(["processing", "requires_confirmation"]);

/** As clients expect it: https://docs.stripe.com/api/payment_intents/confirm#confirm_payment_intent-return_url */
function returnAddress(payment: PaymentIntentRow, status: string): string | null {
  const given = returnUrlOf(payment);
  if (given === null || !URL.canParse(given)) return null;
  const url = new URL(given);
  url.searchParams.set("payment_intent", payment.id);
  // The dashboard knows who asks: in its own addresses no secret stands.
  if (url.origin !== new URL(config().publicUrl).origin) {
    url.searchParams.set("payment_intent_client_secret", payment.clientSecret);
  }
  url.searchParams.set("redirect_status", status);
  return url.href;
}
