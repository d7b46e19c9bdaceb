import { change, find } from "#db/rows";
import { paymentMethods, setupAttempts, setupIntents } from "#db/schema/index";
import type { SetupAttemptStatus } from "#db/schema/setup";
import type { Tx } from "#lib/auth/viewer";
import { cardError, type DomainError } from "#lib/errors";
import { record } from "#lib/events/record";
import { randomText } from "#lib/ids";
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
      return { result: await wait(tx, settled, request) };
    default:
      return { refusal: await fail(tx, settled, answer) };
  }
}

interface Settled {
  setup: SetupIntentRow;
  method: PaymentMethodRow;
  attempt: SetupAttemptRow;
  details: SetupAttemptRow["paymentMethodDetails"];
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

async function wait(tx: Tx, settled: Settled, { returnUrl, useSdk }: SetupRequest): Promise<SetupIntentRow> {
  const { setup } = settled;
  const url = authenticationUrl(tx.environmentId, setup.id, randomText(24));
  const redirect = { type: "redirect_to_url", redirect_to_url: { return_url: returnUrl, url } };
  const script = {
    type: "use_stripe_sdk",
    use_stripe_sdk: { type: "three_d_secure_redirect", stripe_js: url, source: setup.id },
  };
  await closeAttempt(tx, settled, "requires_action");
  const after = await moveTo(tx, setup, {
    status: "requires_action",
    nextAction: returnUrl !== null || !useSdk ? redirect : script,
    lastSetupError: null,
  });
  await recordSetup(tx, "setup_intent.requires_action", after);
  return after;
}

/** The setup after an attempt failed; returns the error its caller is told. */
async function fail(
  tx: Tx,
  settled: Settled,
  answer: Extract<SetUpAnswer, { result: "declined" }>,
): Promise<DomainError> {
  const { environment } = tx.viewer;
  const payment_method = toPaymentMethod(settled.method, environment);
  const facts = errorFacts(answer);
  await closeAttempt(tx, settled, "failed", { ...facts, payment_method });
  const after = await moveTo(tx, settled.setup, {
    status: "requires_payment_method",
    paymentMethodId: null,
    nextAction: null,
    lastSetupError: { ...facts, payment_method },
  });
  await recordSetup(tx, "setup_intent.setup_failed", after);
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
