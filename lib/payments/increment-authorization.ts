import { change, find, update } from "#db/rows";
import { charges, paymentIntents, paymentMethods } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { cardError, type DomainError, invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { given } from "#lib/given";
import { convert } from "#lib/ledger/exchange-rates";
import { mergeMetadata, type MetadataPatch } from "#lib/metadata";
import { finish } from "#lib/operations/finish";
import { type Operation, operationKind, type Settlement } from "#lib/operations/operation";
import { startOperation } from "#lib/operations/start-operation";
import { processor } from "#lib/processors/index";
import type { Declined, IncrementAnswer } from "#lib/processors/processor";
import { assertAmountDetails } from "./amount-details.ts";
import { assertAllowed, findPayment, heldCharge } from "./find-payment.ts";
import { holdOf, withStep } from "./hold.ts";
import { overcapturable } from "./hold-terms.ts";
import type { PaymentInput } from "./payment-input.ts";
import { assertChargeable, assertDescriptorFits, assertDescriptors } from "./payment-rules.ts";
import { type ChargeRow, type PaymentIntentRow, toCharge, toPaymentIntent } from "./wire.ts";

type Changes = Pick<
  PaymentInput,
  "description" | "statementDescriptor" | "amountDetails" | "paymentDetails"
> & { metadata?: MetadataPatch };

/** `amount`: all that is to be held from then on, minor units. The rest is changed only if the bank agrees. */
export interface IncrementInput extends Changes {
  paymentId: string;
  amount: number;
}

interface IncrementRequest extends Record<string, unknown> {
  chargeId: string;
  reference: string;
  amount: number;
  currency: string;
  changes: Changes;
}

/** Attempts to raise one hold, declined ones too. */
const mostIncrements = 10;

/** Asks the bank to hold more. Throws a card error (402) when it says no: what was held stays held. */
export async function incrementAuthorization(
  viewer: Viewer,
  { paymentId, amount, ...changes }: IncrementInput,
): Promise<PaymentIntentRow> {
  authorize(viewer, "payments:write");
  assertDescriptors(changes);
  const operation = await transaction(viewer, async (tx) => {
    const payment = await findPayment(tx, paymentId);
    assertAllowed("increment", payment);
    const charge = await heldCharge(tx, payment);
    assertIncrementable(tx, charge, amount);
    assertDescriptorFits(changes, [charge.paymentMethodDetails.type]);
    assertAmountDetails(changes.amountDetails, amount);
    mergeMetadata(payment.metadata, changes.metadata);
    const started = await startOperation(tx, increment, payment.id, {
      ...{ chargeId: charge.id, reference: charge.processorReference, amount, currency: charge.currency },
      changes,
    } satisfies IncrementRequest);
    await update(tx, paymentIntents, payment.id, { activeOperationId: started.id });
    return started;
  });
  return finish(viewer, operation, increment);
}

const increment = operationKind<IncrementAnswer, PaymentIntentRow>({
  name: "payment.increment",
  ask: async (viewer, operation) => {
    const { chargeId, reference, amount, currency } = requestOf(operation);
    return processor().increment({
      operationId: operation.id,
      environmentId: viewer.environmentId,
      now: operation.createdAt,
      ...{ chargeId, reference, amount, currency },
    });
  },
  settle,
  recall: (tx, operation) => findPayment(tx, operation.subjectId),
});

async function settle(
  tx: Tx,
  operation: Operation,
  answer: IncrementAnswer,
): Promise<Settlement<PaymentIntentRow>> {
  const payment = await findPayment(tx, operation.subjectId);
  const charge = await heldCharge(tx, payment);
  const { amount, changes } = requestOf(operation);
  if (answer.result === "declined")
    return { refusal: await decline(tx, payment, charge, { amount, answer }) };

  const raised = await change(tx, charges, charge, {
    amount,
    paymentMethodDetails: await detailsAt(tx, charge, amount),
    holdSteps: withStep(charge, { kind: "incremented", amount, from: charge.amount, at: tx.now }),
  });
  const after = await change(tx, paymentIntents, payment, {
    ...given(changes),
    amount,
    amountCapturable: amount,
    metadata: mergeMetadata(payment.metadata, changes.metadata),
    activeOperationId: null,
  });
  await announce(tx, { charge, raised, payment, after });
  return { result: after };
}

async function decline(
  tx: Tx,
  payment: PaymentIntentRow,
  charge: ChargeRow,
  { amount, answer }: { amount: number; answer: Declined },
): Promise<DomainError> {
  const step = { kind: "increment_declined" as const, amount, at: tx.now };
  await update(tx, charges, charge.id, { holdSteps: withStep(charge, step) });
  const after = await change(tx, paymentIntents, payment, { activeOperationId: null });
  return cardError(answer.message, {
    code: answer.code,
    ...(answer.declineCode === null ? {} : { declineCode: answer.declineCode }),
    extra: {
      advice_code: answer.advice,
      charge: charge.id,
      network_decline_code: answer.networkDeclineCode,
      payment_intent: payment.standalone ? undefined : toPaymentIntent(after, tx.viewer.environment),
    },
  });
}

async function detailsAt(tx: Tx, charge: ChargeRow, amount: number) {
  const { card, ...details } = charge.paymentMethodDetails;
  if (!card) return charge.paymentMethodDetails;
  const method = charge.paymentMethodId && (await find(tx, paymentMethods, charge.paymentMethodId));
  const facts = method && method.instrument.type === "card" ? method.instrument.card : null;
  const over = card.overcapture?.status === "available" && facts;
  const most = over ? overcapturable(amount, facts, tx.viewer.environment.country) : amount;
  const overcapture = card.overcapture && { ...card.overcapture, maximum_amount_capturable: most };
  return { ...details, card: { ...card, amount_authorized: amount, overcapture } };
}

interface Raised {
  charge: ChargeRow;
  raised: ChargeRow;
  payment: PaymentIntentRow;
  after: PaymentIntentRow;
}

async function announce(tx: Tx, { charge, raised, payment, after }: Raised): Promise<void> {
  const { environment } = tx.viewer;
  const paymentIntentId = payment.id;
  await record(tx, "charge.updated", toCharge(raised, environment), {
    paymentIntentId,
    before: toCharge(charge, environment),
  });
  await record(tx, "payment_intent.amount_capturable_updated", toPaymentIntent(after, environment), {
    paymentIntentId,
    before: toPaymentIntent(payment, environment),
  });
}

function assertIncrementable(tx: Tx, charge: ChargeRow, amount: number): void {
  const { incremental, increments } = holdOf(charge);
  if (charge.amountCaptured > 0) {
    throw invalid(
      "This PaymentIntent was captured in part, so its authorization can no longer be increased.",
      {
        code: "payment_intent_unexpected_state",
      },
    );
  }
  if (!incremental || (charge.captureBefore !== null && charge.captureBefore <= tx.now)) {
    throw invalid(
      "This PaymentIntent's authorization cannot be increased: ask for payment_method_options[card][request_incremental_authorization] when it is confirmed, and see payment_method_details.card.incremental_authorization.status of its charge.",
    );
  }
  if (increments >= mostIncrements) {
    throw invalid(`A PaymentIntent can have at most ${mostIncrements} incremental authorization attempts.`);
  }
  assertChargeable(amount, charge.currency);
  if (amount <= charge.amount) {
    throw invalid(
      `The amount must be greater than the currently authorized amount: ${charge.amount} is held already.`,
      { param: "amount" },
    );
  }
  const most = mostIncremented(charge);
  if (amount > most) {
    throw invalid(`The authorization can be increased to at most ${most} at once.`, {
      code: "amount_too_large",
      param: "amount",
    });
  }
}

/** By 500 USD, or by 500 %, whichever is more. */
function mostIncremented({ amount, currency }: ChargeRow): number {
  return Math.max(amount * 6, amount + convert(50_000, "usd", currency).amount);
}

function requestOf(operation: Operation): IncrementRequest {
  return operation.request as IncrementRequest;
}
