import { find } from "#db/rows";
import { paymentMethods } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { busy, notFound } from "#lib/errors";
import type { Handle } from "#db/transaction";
import { finish } from "#lib/operations/finish";
import { attempt, startAttempt } from "./attempt.ts";
import type { AttemptManner } from "./attempt-request.ts";
import { awaitConfirmation } from "./confirm-again.ts";
import { findPayment } from "./find-payment.ts";
import type { PaymentIntentRow } from "./wire.ts";

/** The payment that waits for its customer at this address; `token` is the address's secret end. */
export async function paymentToAuthenticate(
  handle: Handle,
  input: { paymentId: string; token: string },
): Promise<PaymentIntentRow> {
  const payment = await findPayment(handle, input.paymentId);
  if (payment.status !== "requires_action" || !authenticationAddress(payment).endsWith(`/${input.token}`)) {
    throw notFound("authentication", input.paymentId);
  }
  return payment;
}

/**
 * Goes on with a payment after its customer was asked to prove to be the card's holder. One that is confirmed by the
 * business alone waits to be confirmed once more when they did.
 */
export async function completeAuthentication(
  viewer: Viewer,
  input: { paymentId: string; token: string; outcome: "succeeded" | "failed"; clientAddress?: string | null },
): Promise<PaymentIntentRow> {
  const seen = await paymentToAuthenticate(await reader(viewer), input);
  const step = await transaction(viewer, async (tx) => {
    const payment = await paymentToAuthenticate(tx, input);
    if (payment.activeOperationId !== null) throw busy(payment.activeOperationId);
    const method =
      payment.paymentMethodId === null ? undefined : await find(tx, paymentMethods, payment.paymentMethodId);
    if (!method) throw new Error(`Payment ${payment.id} waits for authentication without a method`);
    if (payment.confirmationMethod === "manual" && input.outcome === "succeeded") {
      return { waiting: await awaitConfirmation(tx, payment, method) };
    }
    const manner: AttemptManner = {
      returnUrl: returnUrlOf(seen),
      offSession: false,
      errorOnRequiresAction: false,
      useSdk: false,
      mandateId: null,
      authentication: input.outcome,
    };
    const clientAddress = input.clientAddress ?? null;
    return { started: await startAttempt(tx, payment, method, { ...manner, clientAddress }) };
  });
  return step.started ? finish(viewer, step.started, attempt) : step.waiting;
}

/** Where the customer goes afterwards, if the business said so. */
export function returnUrlOf(payment: PaymentIntentRow): string | null {
  const redirect = payment.nextAction?.redirect_to_url as { return_url: string | null } | undefined;
  return redirect?.return_url ?? null;
}

function authenticationAddress(payment: PaymentIntentRow): string {
  const redirect = payment.nextAction?.redirect_to_url as { url: string } | undefined;
  const script = payment.nextAction?.use_stripe_sdk as { stripe_js: string } | undefined;
  return redirect?.url ?? script?.stripe_js ?? "";
}
