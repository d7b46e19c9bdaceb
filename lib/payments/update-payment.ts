import { isDeepStrictEqual } from "node:util";
import { change, find } from "#db/rows";
import { charges, paymentIntents, paymentMethods } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { countPayment } from "#lib/customers/figures/count-payment";
import { findCustomer } from "#lib/customers/queries";
import { invalid } from "#lib/errors";
import { mergeMetadata } from "#lib/metadata";
import { offeredAfter } from "#lib/method-configurations/offered-methods";
import { claimed } from "#lib/operations/claimed";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { touch } from "#lib/search/index/touch";
import { assertAmountDetails } from "./amount-details.ts";
import { assertCanBeSentAhead } from "./cash-rules.ts";
import { chooseMethod, prepareMethod } from "./choose-method.ts";
import { methodColumns, payerEmailOf } from "./create-payment.ts";
import { assertAllowed, findPayment } from "./find-payment.ts";
import { methodOptions } from "./method-options.ts";
import type { PaymentInput } from "./payment-input.ts";
import { assertChargeable, assertDescriptorFits, assertDescriptors } from "./payment-rules.ts";
import { methodTypesOf } from "./method-types.ts";
import { waitsForTransfer } from "./transfer-instructions.ts";
import type { PaymentIntentRow } from "./wire.ts";

/** Changes a payment that is not over yet; of one that is, only description, metadata and receipt email. */
export async function updatePayment(
  viewer: Viewer,
  paymentId: string,
  asked: Partial<PaymentInput>,
): Promise<PaymentIntentRow> {
  authorize(viewer, "payments:write");
  assertDescriptors(asked);
  await findPayment(await reader(viewer), paymentId);
  const prepared = await prepareMethod(viewer, asked);

  return transaction(viewer, (tx) =>
    claimed(tx, async () => {
      const payment = await findPayment(tx, paymentId);
      assertAllowed("update", payment);
      assertChangeable(payment, asked);
      assertNotUnderWay(payment, asked);
      const currency = asked.currency ?? payment.currency;
      const offer = await offeredAfter(tx, typesOf(payment, asked, currency), payment, asked);
      const input = offer ? { ...asked, paymentMethodTypes: offer.types } : asked;
      assertChargeable(input.amount ?? payment.amount, currency);
      const types = typesAfter(payment, input, currency);
      assertDescriptorFits(input, types);
      assertDetails(payment, input);
      if (input.customerId) await findCustomer(tx, input.customerId, "customer");

      const customerId = input.customerId === undefined ? payment.customerId : input.customerId;
      const { method } = await chooseMethod(tx, prepared, {
        customerId,
        paymentMethodTypes: input.paymentMethodTypes,
      });
      const given = updatedColumns(payment, input);
      assertStillSentAhead(payment, { ...payment, ...given }, method);
      const receiptEmail = input.receiptEmail === undefined ? payment.receiptEmail : input.receiptEmail;
      const changed = await change(tx, paymentIntents, payment, {
        ...given,
        ...(offer && { methodConfigurationId: offer.methodConfigurationId }),
        metadata: mergeMetadata(payment.metadata, input.metadata),
        ...(method ? methodColumns(method) : {}),
        payerEmail: payerEmailOf(receiptEmail, method ?? (await lastPaidWith(tx, payment))),
        ...(method && !waitsForTransfer(payment) ? toConfirm : {}),
      });
      await countPayment(tx, changed);
      await touch(tx, "payment", payment.id);
      return changed;
    }),
  );
}

/** With another method it is to be confirmed again: https://docs.stripe.com/api/payment_intents/update */
const toConfirm = { status: "requires_confirmation", nextAction: null } as const;

/** What was captured in part may have been accounted for with that part: it is looked at where it changes. */
function assertDetails(payment: PaymentIntentRow, input: Partial<PaymentInput>): void {
  if (input.amount === undefined && input.amountDetails === undefined) return;
  assertAmountDetails(detailsAfter(payment, input), input.amount ?? payment.amount);
}

/** Who was billed last: by the method that waits, or else by the one of the latest attempt. */
async function lastPaidWith(tx: Tx, { paymentMethodId, latestChargeId }: PaymentIntentRow) {
  const method = paymentMethodId === null ? null : await find(tx, paymentMethods, paymentMethodId);
  return method ?? (latestChargeId === null ? null : ((await find(tx, charges, latestChargeId)) ?? null));
}

/** The types that a payment takes after a change: as they were, unless the change says anything of them. */
export function typesAfter(
  payment: PaymentIntentRow,
  input: Partial<PaymentInput>,
  currency: string,
): string[] {
  const { paymentMethodTypes, allowedPaymentMethodTypes, excludedPaymentMethodTypes } = input;
  if (paymentMethodTypes) return methodTypesOf({ paymentMethodTypes }, currency);
  if (allowedPaymentMethodTypes === undefined && excludedPaymentMethodTypes === undefined) {
    return payment.paymentMethodTypes;
  }
  return typesOf(payment, input, currency);
}

/** The types that a payment could take after a change, where nobody names them. */
function typesOf(payment: PaymentIntentRow, input: Partial<PaymentInput>, currency: string): string[] {
  const { allowedPaymentMethodTypes, excludedPaymentMethodTypes } = input;
  return methodTypesOf(
    {
      allowedPaymentMethodTypes: allowedPaymentMethodTypes ?? payment.allowedPaymentMethodTypes,
      excludedPaymentMethodTypes:
        excludedPaymentMethodTypes === undefined
          ? payment.excludedPaymentMethodTypes
          : excludedPaymentMethodTypes,
    },
    currency,
  );
}

/** What the amount is made of after a change. */
export function detailsAfter(payment: PaymentIntentRow, { amountDetails }: Partial<PaymentInput>) {
  return amountDetails === undefined ? payment.amountDetails : amountDetails;
}

const alwaysChangeable = new Set(["description", "metadata", "receiptEmail"]);
const beforeTheEnd = new Set(["requires_payment_method", "requires_confirmation", "requires_action"]);

function assertChangeable(payment: PaymentIntentRow, input: Partial<PaymentInput>): void {
  if (beforeTheEnd.has(payment.status)) return;
  const late = Object.entries(input).find(
    ([name, value]) => value !== undefined && !alwaysChangeable.has(name),
  );
  if (!late) return;
  const param = late[0].replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  throw invalid(
    `The parameter ${param} cannot be updated when the PaymentIntent has a status of ${payment.status}.`,
    { code: "payment_intent_unexpected_state", param, extra: { payment_intent: payment.id } },
  );
}

/** What a customer was told to send stays what it is. */
function assertNotUnderWay(payment: PaymentIntentRow, input: Partial<PaymentInput>): void {
  if (!waitsForTransfer(payment)) return;
  const fixed = (["amount", "currency", "customerId"] as const).find(
    (name) => input[name] !== undefined && input[name] !== payment[name],
  );
  if (fixed) throw underWay(payment, fixed === "customerId" ? "customer" : fixed);
}

/** What waits for a transfer is paid by it, and in no other way. `method`: what the change names. */
function assertStillSentAhead(
  payment: PaymentIntentRow,
  after: PaymentIntentRow,
  method: PaymentMethodRow | null,
): void {
  if (!waitsForTransfer(payment)) return;
  if (method && method.id !== payment.paymentMethodId) throw underWay(payment, "payment_method");
  if (!after.paymentMethodTypes.includes("customer_balance")) throw underWay(payment, "payment_method_types");
  assertCanBeSentAhead(after);
  const [before, now] = [payment, after].map((row) => row.paymentMethodOptions.customer_balance);
  if (!isDeepStrictEqual(now, before)) throw underWay(payment, "payment_method_options[customer_balance]");
}

function underWay(payment: PaymentIntentRow, param: string) {
  return invalid(
    `The parameter ${param} cannot be updated while the PaymentIntent waits for a bank transfer. Cancel it, and create another.`,
    { code: "payment_intent_unexpected_state", param, extra: { payment_intent: payment.id } },
  );
}

/** The columns that hold what was given, and no others; metadata is merged by the caller. */
export function updatedColumns(
  payment: PaymentIntentRow,
  input: Omit<Partial<PaymentInput>, "metadata">,
): Partial<PaymentIntentRow> {
  const { amount, currency, customerId, captureMethod, description, receiptEmail, setupFutureUsage } = input;
  const { shipping, statementDescriptor, statementDescriptorSuffix, transferGroup } = input;
  const types = typesAfter(payment, input, currency ?? payment.currency);
  const given = {
    amount,
    currency,
    customerId,
    captureMethod,
    description,
    receiptEmail,
    setupFutureUsage,
    shipping,
    statementDescriptor,
    statementDescriptorSuffix,
    paymentMethodOptions: methodOptions(types, payment.paymentMethodOptions, input.paymentMethodOptions),
    paymentMethodTypes: types,
    allowedPaymentMethodTypes: input.allowedPaymentMethodTypes,
    excludedPaymentMethodTypes: input.excludedPaymentMethodTypes,
    amountDetails: input.amountDetails,
    paymentDetails: input.paymentDetails,
    transferGroup,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
