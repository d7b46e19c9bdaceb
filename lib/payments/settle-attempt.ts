import { insert } from "#db/rows";
import { charges } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { bringConsequences } from "#lib/disputes/bring-consequences";
import { cardError, type DomainError } from "#lib/errors";
import { record } from "#lib/events/record";
import { tallyAttempt } from "#lib/figures/tally";
import { randomText } from "#lib/ids";
import { enqueue } from "#lib/jobs/jobs";
import { useUpMandate } from "#lib/mandates/use-up-mandate";
import { awaitDeposits } from "#lib/microdeposits/await-deposits";
import { tellOfPayment } from "#lib/notifications/tell-of";
import type { Operation, Settlement } from "#lib/operations/operation";
import { allowOffSession } from "#lib/payment-methods/allow-off-session";
import { useUp } from "#lib/payment-methods/assert-usable";
import { attachTo } from "#lib/payment-methods/attach-payment-method";
import { type PaymentMethodRow, toPaymentMethod } from "#lib/payment-methods/wire";
import type { AuthorizeAnswer, Checks, DepositsSent } from "#lib/processors/processor";
import { sendAutomaticReceipt } from "#lib/receipts/send-receipt";
import { openReview } from "#lib/reviews/open-review";
import { requestOf } from "./attempt-request.ts";
import { authenticationUrl } from "./authentication-url.ts";
import { bookCharge } from "./book-charge.ts";
import { failUncharged } from "./fail-uncharged.ts";
import { findPayment } from "./find-payment.ts";
import { futureUsageOf } from "./method-options.ts";
import { movePayment, recordIntent } from "./move-payment.ts";
import { type AttemptAnswer, newCharge } from "./new-charge.ts";
import { paymentError } from "./payment-error.ts";
import { type ChargeRow, type PaymentIntentRow, toCharge, toPaymentIntent } from "./wire.ts";

/** The customer did not prove to be the card's holder: the bank was never asked, so there is no charge. */
const authenticationFailed = "payment_intent_authentication_failure";

const authenticationUnwanted = {
  code: "authentication_required",
  declineCode: "authentication_not_handled",
  message: "Your card was declined. This transaction requires authentication.",
  type: "card_error",
} as const;

const proofUnwanted = {
  code: "payment_intent_action_required",
  message: "The bank account must be verified with microdeposits before it can be debited.",
  type: "invalid_request_error",
} as const;

/** Writes what came of an attempt: the charge, the money, the payment's new state, and the events of all three. */
export async function settleAttempt(
  tx: Tx,
  operation: Operation,
  method: PaymentMethodRow,
  answer: AuthorizeAnswer,
): Promise<Settlement<PaymentIntentRow>> {
  const intent = await findPayment(tx, operation.subjectId);
  const request = requestOf(operation);

  if (answer.result === "requires_action") {
    return answer.action === "three_d_secure"
      ? authenticationWanted(tx, intent, method, operation)
      : depositsSent(tx, intent, method, operation, answer);
  }
  if (answer.result === "declined" && answer.code === authenticationFailed) {
    return { refusal: await failUncharged(tx, intent, method, { ...answer, type: "card_error" }) };
  }

  const id = request.chargeId;
  const environment = tx.viewer.environment;
  const charge = await insert(
    tx,
    charges,
    newCharge(intent, method, answer, {
      id,
      now: tx.now,
      environment,
      mandateId: request.mandateId,
      offSession: request.offSession,
    }),
  );
  await tallyAttempt(tx, charge, intent.latestChargeId === null ? "first" : "again");
  switch (answer.result) {
    case "succeeded":
      return { result: await succeed(tx, intent, charge, method, answer) };
    case "processing":
      await useUpMandate(tx, request.mandateId, method);
      return { result: await wait(tx, intent, charge, answer) };
    default:
      return { refusal: await fail(tx, intent, charge, method, answer) };
  }
}

/** The payment after a charge of it succeeded: captured, or held until it is. */
export async function succeed(
  tx: Tx,
  intent: PaymentIntentRow,
  authorized: ChargeRow,
  method: PaymentMethodRow,
  { availableAtOnce, checks }: { availableAtOnce: boolean; checks: Checks },
): Promise<PaymentIntentRow> {
  const environment = tx.viewer.environment;
  const looked = await openReview(tx, authorized);
  const charge = looked.captured
    ? await bookCharge(tx, looked, {
        amount: looked.amount,
        captured: looked.amount,
        availableAtOnce,
      })
    : looked;
  const after = await movePayment(tx, intent, charge, {
    status: charge.captured ? "succeeded" : "requires_capture",
    amountReceived: charge.amountCaptured,
    amountCapturable: charge.captured ? 0 : charge.amount,
    lastPaymentError: null,
    reviewId: charge.reviewId,
  });
  await record(tx, "charge.succeeded", toCharge(charge, environment), { paymentIntentId: intent.id });
  const type = charge.captured ? "payment_intent.succeeded" : "payment_intent.amount_capturable_updated";
  await recordIntent(tx, type, after);
  await sendAutomaticReceipt(tx, charge);
  if (charge.captured) await tellOfPayment(tx, charge);
  if (charge.captureBefore !== null) {
    await enqueue(tx, "payments.expire", { paymentIntentId: intent.id }, { runAt: charge.captureBefore });
  }
  await keepOrUseUp(tx, intent, method, checks);
  if (charge.captured) await bringConsequences(tx, charge);
  return after;
}

/** A method stays usable with the customer it belongs to, or for one it is to be attached to later. */
async function keepOrUseUp(
  tx: Tx,
  intent: PaymentIntentRow,
  method: PaymentMethodRow,
  checks: Checks,
): Promise<void> {
  const usage = futureUsageOf(intent, method.type);
  if (usage === "off_session") await allowOffSession(tx, method);
  if (method.customerId !== null) return;
  if (usage === null) return useUp(tx, method);
  if (intent.customerId !== null) await attachTo(tx, method, intent.customerId, checks);
}

/** The payment after an attempt failed; returns the error its caller is told. */
export async function fail(
  tx: Tx,
  intent: PaymentIntentRow,
  charge: ChargeRow,
  method: PaymentMethodRow,
  answer: Exclude<AttemptAnswer, { result: "succeeded" | "processing" }>,
): Promise<DomainError> {
  const environment = tx.viewer.environment;
  const facts = paymentError(charge, answer, toPaymentMethod(method, environment));
  const after = await movePayment(tx, intent, charge, {
    status: "requires_payment_method",
    paymentMethodId: null,
    lastPaymentError: facts,
  });
  await record(tx, "charge.failed", toCharge(charge, environment), { paymentIntentId: intent.id });
  await recordIntent(tx, "payment_intent.payment_failed", after);
  return cardError(facts.message ?? "", {
    code: facts.code ?? "card_declined",
    declineCode: facts.decline_code,
    param: facts.param,
    extra: {
      advice_code: facts.advice_code,
      charge: charge.id,
      network_decline_code: facts.network_decline_code,
      payment_intent: intent.standalone ? undefined : toPaymentIntent(after, environment),
      payment_method: facts.payment_method,
    },
  });
}

async function wait(
  tx: Tx,
  intent: PaymentIntentRow,
  charge: ChargeRow,
  answer: Extract<AuthorizeAnswer, { result: "processing" }>,
): Promise<PaymentIntentRow> {
  const after = await movePayment(tx, intent, charge, { status: "processing", lastPaymentError: null });
  await record(tx, "charge.pending", toCharge(charge, tx.viewer.environment), { paymentIntentId: intent.id });
  await recordIntent(tx, "payment_intent.processing", after);
  // Some test accounts never settle: their payments stay in processing, and nothing waits for them.
  if (answer.settlesAt !== null) {
    await enqueue(
      tx,
      "payments.settle_delayed",
      { chargeId: charge.id, answer },
      { runAt: answer.settlesAt },
    );
  }
  return after;
}

async function authenticationWanted(
  tx: Tx,
  intent: PaymentIntentRow,
  method: PaymentMethodRow,
  operation: Operation,
): Promise<Settlement<PaymentIntentRow>> {
  const { errorOnRequiresAction, returnUrl, useSdk } = requestOf(operation);
  if (errorOnRequiresAction) {
    return { refusal: await failUncharged(tx, intent, method, authenticationUnwanted) };
  }
  const url = authenticationUrl(tx.environmentId, intent.id, randomText(24));
  const redirect = { type: "redirect_to_url", redirect_to_url: { return_url: returnUrl, url } };
  const script = {
    type: "use_stripe_sdk",
    use_stripe_sdk: { type: "three_d_secure_redirect", stripe_js: url, source: intent.id },
  };
  const after = await movePayment(tx, intent, null, {
    status: "requires_action",
    nextAction: returnUrl !== null || !useSdk ? redirect : script,
    lastPaymentError: null,
  });
  await recordIntent(tx, "payment_intent.requires_action", after);
  return { result: after };
}

async function depositsSent(
  tx: Tx,
  intent: PaymentIntentRow,
  method: PaymentMethodRow,
  operation: Operation,
  sent: DepositsSent,
): Promise<Settlement<PaymentIntentRow>> {
  const { errorOnRequiresAction, mandateId } = requestOf(operation);
  if (errorOnRequiresAction) return { refusal: await failUncharged(tx, intent, method, proofUnwanted) };
  const waiting = { subjectId: intent.id, paymentMethodId: method.id, mandateId };
  const nextAction = await awaitDeposits(tx, waiting, sent);
  const after = await movePayment(tx, intent, null, {
    status: "requires_action",
    nextAction: { ...nextAction },
    lastPaymentError: null,
  });
  await recordIntent(tx, "payment_intent.requires_action", after);
  return { result: after };
}
