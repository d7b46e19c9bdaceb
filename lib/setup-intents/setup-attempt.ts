import { find, insert, update } from "#db/rows";
import { paymentMethods, setupAttempts, setupIntents } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { newId } from "#lib/ids";
import { depositsWanted } from "#lib/microdeposits/deposits-wanted";
import { type Operation, operationKind } from "#lib/operations/operation";
import { startOperation } from "#lib/operations/start-operation";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { processor } from "#lib/processors/index";
import type { SetUpAnswer } from "#lib/processors/processor";
import { attemptDetails } from "./attempt-details.ts";
import { findSetup } from "./find-setup.ts";
import { settleSetup } from "./settle-setup.ts";
import { requestOf, type SetupManner, type SetupRequest } from "./setup-request.ts";
import type { SetupIntentRow } from "./wire.ts";

/** Asking the processor to ready one method for later payments. */
export const setupAttempt = operationKind<SetUpAnswer, SetupIntentRow>({
  name: "setup.attempt",
  ask,
  settle: settleSetup,
  recall: (tx, operation) => findSetup(tx, operation.subjectId),
});

/** Begins an attempt: nobody else may change the setup until it is settled. */
export async function startSetupAttempt(
  tx: Tx,
  setup: SetupIntentRow,
  method: PaymentMethodRow,
  how: SetupManner,
): Promise<Operation> {
  const { id: attemptId } = await insert(tx, setupAttempts, {
    id: newId("setatt", tx.now),
    createdAt: tx.now,
    setupIntentId: setup.id,
    status: "processing",
    usage: setup.usage,
    customerId: setup.customerId,
    paymentMethodId: method.id,
    attachToSelf: setup.attachToSelf,
    flowDirections: setup.flowDirections,
    paymentMethodDetails: attemptDetails(method, null),
  });
  const operation = await askAgain(tx, setup, {
    ...how,
    attemptId,
    methodId: method.id,
    authentication: "none",
    deposits: await depositsWanted(tx, method, setup.paymentMethodOptions),
  });
  await update(tx, setupIntents, setup.id, { latestAttemptId: attemptId });
  return operation;
}

/** Goes on with an attempt that waited for its customer. */
export async function askAgain(tx: Tx, setup: SetupIntentRow, request: SetupRequest): Promise<Operation> {
  const operation = await startOperation(tx, setupAttempt, setup.id, request);
  await update(tx, setupIntents, setup.id, { activeOperationId: operation.id });
  return operation;
}

async function ask(viewer: Viewer, operation: Operation): Promise<SetUpAnswer> {
  const handle = await reader(viewer);
  const request = requestOf(operation);
  const setup = await findSetup(handle, operation.subjectId);
  const method = await find(handle, paymentMethods, request.methodId);
  if (!method) throw new Error(`Payment method ${request.methodId} is gone`);
  const { address } = method.billingDetails;
  return processor().setUp({
    operationId: operation.id,
    environmentId: viewer.environmentId,
    reference: method.instrument.reference,
    deposits: request.deposits,
    now: operation.createdAt,
    authentication: request.authentication,
    requestThreeDSecure: threeDSecureOf(setup),
    checks: { postalCode: address.postal_code, line1: address.line1 },
  });
}

function threeDSecureOf(setup: SetupIntentRow): "automatic" | "any" | "challenge" {
  const wanted = setup.paymentMethodOptions.card?.request_three_d_secure;
  return wanted === "any" || wanted === "challenge" ? wanted : "automatic";
}
