import type Stripe from "stripe";
import { change, find } from "#db/rows";
import { paymentMethods, setupAttempts, setupIntents } from "#db/schema/index";
import type { SetupAttemptStatus } from "#db/schema/setup";
import type { Tx } from "#lib/auth/viewer";
import { cardError, type DomainError } from "#lib/errors";
import { record } from "#lib/events/record";
import { randomText } from "#lib/ids";
import { awaitDeposits } from "#lib/microdeposits/await-deposits";
import { mandateFor } from "#lib/mandates/mandate-for";
import type { Operation, Settlement } from "#lib/operations/operation";
import { allowOffSession } from "#lib/payment-methods/allow-off-session";
import { attachTo } from "#lib/payment-methods/attach-payment-method";
import { type PaymentMethodRow, toPaymentMethod } from "#lib/payment-methods/wire";
import { authenticationUrl } from "#lib/payments/authentication-url";
import type { SetUpAnswer } from "#lib/processors/processor";
import { attemptDetails } from "./attempt-details.ts";
import { findSetup } from "./find-setup.ts";
import { requestOf, type SetupRequest } from "./setup-request.ts";
import { type SetupAttemptRow, type SetupIntentRow, toSetupIntent } from "./wire.ts";

/** Writes what came of an attempt: the method's new worth, the setup's new state, and the events of both. */
export async function settleSetup(
  tx: Tx,
  operation: Operation,
  answer: SetUpAnswer,
): Promise<Settlement<SetupIntentRow>> {
  const request = requestOf(operation);
  const setup = await findSetup(tx, operation.subjectId);
  const method = await find(tx, paymentMethods, request.methodId);
  const attempt = await find(tx, setupAttempts, request.attemptId);
  if (!method || !attempt) throw new Error(`Setup ${setup.id} has lost its method or its attempt`);

  const settled: Settled = { setup, method, attempt, details: attemptDetails(method, answer) };
  switch (answer.result) {
    case "succeeded":
      return { result: await succeed(tx, settled, answer) };
    case "requires_action":
      return { result: await wait(tx, settled, await nextActionOf(tx, settled, request, answer)) };
    default:
      return { refusal: await fail(tx, settled, answer) };
  }
}

type NextAction = NonNullable<SetupIntentRow["nextAction"]>;

interface Settled {
  setup: SetupIntentRow;
  method: PaymentMethodRow;
  attempt: SetupAttemptRow;
  details: SetupAttemptRow["paymentMethodDetails"];
}

/** The setup after an attempt failed: ready for another method, and it remembers why. */
export async function failSetup(
  tx: Tx,
  settled: Settled,
  facts: Omit<Stripe.SetupIntent.LastSetupError, "payment_method">,
): Promise<SetupIntentRow> {
  const error = { ...facts, payment_method: toPaymentMethod(settled.method, tx.viewer.environment) };
  await closeAttempt(tx, settled, "failed", error);
  const after = await moveTo(tx, settled.setup, {
    status: "requires_payment_method",
    paymentMethodId: null,
    nextAction: null,
    lastSetupError: error,
  });
  await recordSetup(tx, "setup_intent.setup_failed", after);
  return after;
}

async function succeed(tx: Tx, settled: Settled, { checks }: SetUpAnswer): Promise<SetupIntentRow> {
  const { setup, method } = settled;
  const { acceptance, singleUse } = setup;
  const mandate = await mandateFor(tx, method, { acceptance, singleUse });
  if (setup.usage === "off_session") await allowOffSession(tx, method);
  await closeAttempt(tx, settled, "succeeded");
  const after = await moveTo(tx, setup, {
    status: "succeeded",
    nextAction: null,
    lastSetupError: null,
    mandateId: mandate && !mandate.singleUse ? mandate.id : null,
    singleUseMandateId: mandate?.singleUse ? mandate.id : null,
  });
  await recordSetup(tx, "setup_intent.succeeded", after);
  if (setup.customerId !== null) await attachTo(tx, method, setup.customerId, checks);
  return after;
}

async function nextActionOf(
  tx: Tx,
  { setup, method }: Settled,
  { returnUrl, useSdk }: SetupRequest,
  answer: Extract<SetUpAnswer, { result: "requires_action" }>,
): Promise<NextAction> {
  if (answer.action === "verify_with_deposits") {
    const waiting = { subjectId: setup.id, paymentMethodId: method.id, mandateId: null };
    return awaitDeposits(tx, waiting, answer);
  }
  const url = authenticationUrl(tx.environmentId, setup.id, randomText(24));
  const redirect = { type: "redirect_to_url", redirect_to_url: { return_url: returnUrl, url } };
  const script = {
    type: "use_stripe_sdk",
    use_stripe_sdk: { type: "three_d_secure_redirect", stripe_js: url, source: setup.id },
  };
  return returnUrl !== null || !useSdk ? redirect : script;
}

async function wait(tx: Tx, settled: Settled, nextAction: NextAction): Promise<SetupIntentRow> {
  await closeAttempt(tx, settled, "requires_action");
  const after = await moveTo(tx, settled.setup, {
    status: "requires_action",
    nextAction,
    lastSetupError: null,
  });
  await recordSetup(tx, "setup_intent.requires_action", after);
  return after;
}

async function fail(
  tx: Tx,
  settled: Settled,
  answer: Extract<SetUpAnswer, { result: "declined" }>,
): Promise<DomainError> {
  const { environment } = tx.viewer;
  const facts = errorFacts(answer);
  const after = await failSetup(tx, settled, facts);
  const payment_method = toPaymentMethod(settled.method, environment);
  return cardError(facts.message, {
    code: facts.code,
    declineCode: facts.decline_code,
    param: facts.param,
    extra: {
      advice_code: facts.advice_code,
      network_decline_code: facts.network_decline_code,
      payment_method,
      setup_intent: toSetupIntent(after, environment),
    },
  });
}

/** The customer did not prove to be the card's holder: a setup has words of its own for that. */
const authenticationFailed = {
  code: "setup_intent_authentication_failure",
  message:
    "The latest attempt to set up the payment method has failed because authentication failed. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this SetupIntent again.",
};

function errorFacts(answer: Extract<SetUpAnswer, { result: "declined" }>) {
  const unproven = answer.code === "payment_intent_authentication_failure";
  const { code, message } = unproven ? authenticationFailed : answer;
  return {
    advice_code: answer.advice ?? undefined,
    code,
    decline_code: answer.declineCode ?? undefined,
    message,
    network_decline_code: answer.networkDeclineCode ?? undefined,
    param: answer.param ?? undefined,
    type: "card_error" as const,
  };
}

async function closeAttempt(
  tx: Tx,
  { attempt, details }: Settled,
  status: SetupAttemptStatus,
  setupError: SetupAttemptRow["setupError"] = null,
): Promise<void> {
  await change(tx, setupAttempts, attempt, { status, setupError, paymentMethodDetails: details });
}

function moveTo(tx: Tx, setup: SetupIntentRow, patch: Partial<SetupIntentRow>): Promise<SetupIntentRow> {
  return change(tx, setupIntents, setup, { ...patch, activeOperationId: null });
}

function recordSetup(tx: Tx, type: string, setup: SetupIntentRow): Promise<void> {
  return record(tx, type, toSetupIntent(setup, tx.viewer.environment));
}
