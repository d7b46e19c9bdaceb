import { find, update } from "#db/rows";
import { paymentIntents, paymentMethods } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { alreadyHere } from "#lib/cash/sent-ahead";
import { newId } from "#lib/ids";
import { depositsWanted } from "#lib/microdeposits/deposits-wanted";
import { type Operation, operationKind } from "#lib/operations/operation";
import { startOperation } from "#lib/operations/start-operation";
import { judgePayment } from "#lib/value-lists/judge-payment";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import type { AuthorizeAnswer } from "#lib/processors/processor";
import { processor } from "#lib/processors/index";
import { type AttemptManner, type AttemptRequest, requestOf } from "./attempt-request.ts";
import { assertCanBeSentAhead } from "./cash-rules.ts";
import { findPayment } from "./find-payment.ts";
import { isHeldFirst } from "./hold.ts";
import { payWithCash } from "./pay-with-cash.ts";
import { settleAttempt } from "./settle-attempt.ts";
import type { PaymentIntentRow } from "./wire.ts";

/** Asking the processor for the money of one payment, with one method. */
export const attempt = operationKind<AuthorizeAnswer, PaymentIntentRow>({
  name: "payment.attempt",
  ask,
  settle,
  recall: (tx, operation) => findPayment(tx, operation.subjectId),
});

/**
 * Begins an attempt: nobody else may change the payment until it is settled. `clientAddress`: where the customer is,
 * who answers on a page of ours; a browser that confirms with a publishable key is where its request comes from. It
 * is judged by, and not kept.
 */
export async function startAttempt(
  tx: Tx,
  intent: PaymentIntentRow,
  method: PaymentMethodRow,
  { clientAddress = addressOfBrowser(tx.viewer), ...how }: AttemptManner & { clientAddress?: string | null },
): Promise<Operation> {
  if (method.type === "customer_balance") assertCanBeSentAhead(intent);
  const prefix = method.type === "card" ? "ch" : "py";
  const request: AttemptRequest = {
    ...how,
    chargeId: newId(prefix, tx.now),
    methodId: method.id,
    deposits: await depositsWanted(tx, method, intent.paymentMethodOptions),
    ...(await judgePayment(tx, intent, method, clientAddress)),
  };
  const operation = await startOperation(tx, attempt, intent.id, request);
  await update(tx, paymentIntents, intent.id, { activeOperationId: operation.id });
  return operation;
}

/** A server that confirms with a secret key is the business's own, and says nothing of the customer. */
function addressOfBrowser({ publishable, request }: Viewer): string | null {
  return publishable ? (request?.address ?? null) : null;
}

/** What a customer sent ahead is here: only the books decide what it pays. */
async function settle(tx: Tx, operation: Operation, answer: AuthorizeAnswer) {
  const method = await methodOf(tx, operation);
  if (method.type !== "customer_balance") return settleAttempt(tx, operation, method, answer);
  return payWithCash(tx, await findPayment(tx, operation.subjectId), method, requestOf(operation));
}

async function methodOf(handle: Handle, operation: Operation): Promise<PaymentMethodRow> {
  const { methodId } = requestOf(operation);
  const method = await find(handle, paymentMethods, methodId);
  if (!method) throw new Error(`Payment method ${methodId} is gone`);
  return method;
}

async function ask(viewer: Viewer, operation: Operation): Promise<AuthorizeAnswer> {
  const handle = await reader(viewer);
  const request = requestOf(operation);
  const intent = await findPayment(handle, operation.subjectId);
  const method = await methodOf(handle, operation);
  if (method.type === "customer_balance") return alreadyHere;
  return processor().authorize({
    operationId: operation.id,
    environmentId: viewer.environmentId,
    reference: String(method.instrument.reference),
    amount: intent.amount,
    currency: intent.currency,
    capture: isHeldFirst(intent, method.type) ? "manual" : "automatic",
    offSession: request.offSession,
    setUpForOffSession: method.offSessionSince !== null,
    deposits: request.deposits,
    blockedBy: request.blockedBy,
    allowedBy: request.allowedBy,
    authentication: request.authentication,
    requestThreeDSecure: threeDSecureOf(intent),
    checks: {
      postalCode: method.billingDetails.address.postal_code,
      line1: method.billingDetails.address.line1,
    },
    now: operation.createdAt,
  });
}

function threeDSecureOf(intent: PaymentIntentRow): "automatic" | "any" | "challenge" {
  const wanted = intent.paymentMethodOptions.card?.request_three_d_secure;
  return wanted === "any" || wanted === "challenge" ? wanted : "automatic";
}
