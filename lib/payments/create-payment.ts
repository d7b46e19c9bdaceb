import { insert } from "#db/rows";
import { paymentIntents } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { useConfirmationToken } from "#lib/confirmation-tokens/use-token";
import { insertCustomer } from "#lib/customers/create-customer";
import { findCustomer } from "#lib/customers/queries";
import { emailKey } from "#lib/email-key";
import { record } from "#lib/events/record";
import { newId, randomText } from "#lib/ids";
import { mergeMetadata } from "#lib/metadata";
import { offeredMethods } from "#lib/method-configurations/offered-methods";
import { claimed } from "#lib/operations/claimed";
import { finish } from "#lib/operations/finish";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { agreeMandate } from "./agree-mandate.ts";
import { attempt, startAttempt } from "./attempt.ts";
import { assertAmountDetails } from "./amount-details.ts";
import {
  assertChargeable,
  assertDescriptorFits,
  assertDescriptors,
  assertReceiptOfPayer,
} from "./payment-rules.ts";
import { methodTypesOf } from "./method-types.ts";
import type { ConfirmInput, PaymentInput } from "./payment-input.ts";
import { type ChosenMethod, chooseMethod, prepareMethod } from "./choose-method.ts";
import { methodOptions } from "./method-options.ts";
import { type PaymentIntentRow, toPaymentIntent } from "./wire.ts";

/**
 * Asks a customer for money; with `confirm`, tries to collect it at once. Amounts in minor units. Throws a card
 * error (402) when the bank says no: the payment stays, ready for another method.
 */
export async function createPayment(
  viewer: Viewer,
  input: PaymentInput,
  confirm: ConfirmInput | null,
  { standalone }: { standalone: boolean } = { standalone: false },
): Promise<PaymentIntentRow> {
  authorize(viewer, "payments:write");
  assertReceiptOfPayer(viewer, input);
  assertChargeable(input.amount, input.currency);
  assertDescriptors(input);
  assertAmountDetails(input.amountDetails, input.amount);
  if (input.newCustomer) authorize(viewer, "customers:write");
  const types = methodTypesOf(input, input.currency);
  if (!standalone) assertDescriptorFits(input, types);
  const prepared = await prepareMethod(viewer, { ...input, ...confirm });

  if (!confirm) {
    return transaction(viewer, (tx) =>
      claimed(tx, async () => {
        const given = await withCustomer(tx, input);
        return insertIntent(tx, given, await chooseMethod(tx, prepared, given), { standalone });
      }),
    );
  }
  const operation = await transaction(viewer, async (tx) => {
    const given = await withCustomer(tx, input);
    const chosen = await chooseMethod(tx, prepared, given, { required: true });
    const intent = await insertIntent(tx, given, chosen, { standalone });
    await useConfirmationToken(tx, confirm.confirmationTokenId, { paymentIntentId: intent.id });
    return startAttempt(tx, intent, chosen.method, {
      returnUrl: confirm.returnUrl ?? null,
      offSession: confirm.offSession ?? false,
      errorOnRequiresAction: confirm.errorOnRequiresAction ?? false,
      useSdk: confirm.useSdk ?? false,
      mandateId: await agreeMandate(tx, intent, chosen.method, confirm),
      authentication: "none",
    });
  });
  return finish(viewer, operation, attempt);
}

async function withCustomer(tx: Tx, input: PaymentInput): Promise<PaymentInput> {
  if (!input.newCustomer) return input;
  return { ...input, customerId: (await insertCustomer(tx, input.newCustomer, null)).id };
}

async function insertIntent(
  tx: Tx,
  input: PaymentInput,
  chosen: ChosenMethod,
  { standalone }: { standalone: boolean },
): Promise<PaymentIntentRow> {
  if (input.customerId) await findCustomer(tx, input.customerId, "customer");
  const id = newId("pi", tx.now);
  const possible = methodTypesOf(input, input.currency);
  const { types, methodConfigurationId } = await offeredMethods(tx, possible, input);
  const automatic = input.paymentMethodTypes
    ? null
    : (input.automaticPaymentMethods ?? { enabled: true, allow_redirects: "always" as const });
  const method = chosen.method;
  const intent = await insert(tx, paymentIntents, {
    id,
    createdAt: tx.now,
    amount: input.amount,
    amountReceived: 0,
    amountCapturable: 0,
    amountRefunded: 0,
    currency: input.currency,
    status: method ? "requires_confirmation" : "requires_payment_method",
    paymentStatus: "incomplete",
    captureMethod: input.captureMethod ?? "automatic_async",
    confirmationMethod: input.confirmationMethod ?? "automatic",
    customerId: input.customerId ?? null,
    ...methodColumns(method),
    description: input.description ?? null,
    statementDescriptor: input.statementDescriptor ?? null,
    statementDescriptorSuffix: input.statementDescriptorSuffix ?? null,
    receiptEmail: input.receiptEmail ?? null,
    payerEmail: payerEmailOf(input.receiptEmail ?? null, method),
    metadata: mergeMetadata({}, input.metadata),
    shipping: input.shipping ?? null,
    setupFutureUsage: input.setupFutureUsage ?? null,
    paymentMethodTypes: types,
    automaticPaymentMethods: automatic,
    methodConfigurationId,
    paymentMethodOptions: methodOptions(types, {}, input.paymentMethodOptions),
    transferGroup: input.transferGroup ?? null,
    allowedPaymentMethodTypes: input.allowedPaymentMethodTypes ?? null,
    excludedPaymentMethodTypes: input.excludedPaymentMethodTypes ?? null,
    amountDetails: input.amountDetails ?? null,
    paymentDetails: input.paymentDetails ?? null,
    clientSecret: `${id}_secret_${randomText(25)}`,
    standalone,
    createdBy: tx.viewer.actor,
  });
  if (!standalone) {
    const wire = toPaymentIntent(intent, tx.viewer.environment);
    await record(tx, "payment_intent.created", wire, { paymentIntentId: id });
  }
  return intent;
}

/** What the list of payments shows and filters by, of the method. */
export function methodColumns(method: ChosenMethod["method"]) {
  return {
    paymentMethodId: method?.id ?? null,
    methodType: method?.type ?? null,
    brand: method?.brand ?? null,
    // What a customer sent ahead has neither.
    last4: method?.last4 || null,
    fingerprint: method?.fingerprint || null,
  };
}

/** Where a payer is reached, in the form it is looked for: the receipt's address, or else the method's. */
export function payerEmailOf(
  receiptEmail: string | null,
  method: Pick<PaymentMethodRow, "billingDetails"> | null,
): string | null {
  return emailKey(receiptEmail ?? method?.billingDetails.email);
}
