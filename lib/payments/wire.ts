import type Stripe from "stripe";
import type { charges, paymentIntents } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds, secondsOrNull } from "#lib/clock";
import { config } from "#lib/config";
import { toAmountDetails, toPaymentDetails } from "./wire-amount-details.ts";

export type PaymentIntentRow = typeof paymentIntents.$inferSelect;
export type ChargeRow = typeof charges.$inferSelect;

/** The API's payment intent. `client_secret` is left to whoever may see it. */
export function toPaymentIntent(row: PaymentIntentRow, environment: ViewedEnvironment): Stripe.PaymentIntent {
  return {
    id: row.id,
    object: "payment_intent",
    allowed_payment_method_types: wireTypes(row.allowedPaymentMethodTypes),
    amount: row.amount,
    amount_capturable: row.amountCapturable,
    amount_details: toAmountDetails(row.amountDetails, row.amountReceived || row.amount),
    amount_received: row.amountReceived,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: row.automaticPaymentMethods,
    canceled_at: secondsOrNull(row.canceledAt),
    cancellation_reason: row.cancellationReason,
    capture_method: row.captureMethod,
    client_secret: row.clientSecret,
    confirmation_method: row.confirmationMethod,
    created: seconds(row.createdAt),
    currency: row.currency,
    customer: row.customerId,
    customer_account: null,
    description: row.description,
    excluded_payment_method_types: wireTypes(row.excludedPaymentMethodTypes),
    last_payment_error: row.lastPaymentError,
    latest_charge: row.latestChargeId,
    livemode: environment.kind === "live",
    managed_payments: null,
    metadata: row.metadata,
    next_action: row.status === "requires_action" ? row.nextAction : null,
    on_behalf_of: null,
    ...(row.paymentDetails ? { payment_details: toPaymentDetails(row.paymentDetails) } : {}),
    payment_method: row.paymentMethodId,
    payment_method_configuration_details:
      row.methodConfigurationId === null ? null : { id: row.methodConfigurationId, parent: null },
    payment_method_options: row.paymentMethodOptions,
    payment_method_types: row.paymentMethodTypes,
    payment_record: null,
    processing: row.status === "processing" && row.methodType === "card" ? { type: "card" } : null,
    receipt_email: row.receiptEmail,
    review: row.reviewId,
    setup_future_usage: row.setupFutureUsage,
    shipping: row.shipping,
    source: null,
    statement_descriptor: row.statementDescriptor,
    statement_descriptor_suffix: row.statementDescriptorSuffix,
    status: row.status,
    transfer_data: null,
    transfer_group: row.transferGroup,
  };
}

/** None named is as if nothing had been said. */
function wireTypes(types: string[] | null): string[] | null {
  return types && types.length > 0 ? types : null;
}

/** The API's charge. */
export function toCharge(row: ChargeRow, environment: ViewedEnvironment): Stripe.Charge {
  return {
    id: row.id,
    object: "charge",
    amount: row.amount,
    amount_captured: row.amountCaptured,
    amount_refunded: row.amountRefunded,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    ...(row.authorizationCode === null ? {} : { authorization_code: row.authorizationCode }),
    balance_transaction: row.balanceTransactionId,
    billing_details: row.billingDetails,
    calculated_statement_descriptor: row.calculatedStatementDescriptor,
    captured: row.captured,
    created: seconds(row.createdAt),
    currency: row.currency,
    customer: row.customerId,
    description: row.description,
    disputed: row.disputed,
    failure_balance_transaction: row.failureBalanceTransactionId,
    failure_code: row.failureCode,
    failure_message: row.failureMessage,
    fraud_details: row.fraudDetails,
    livemode: environment.kind === "live",
    metadata: row.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(row),
    paid: row.paid,
    payment_intent: row.standalone ? null : row.paymentIntentId,
    payment_method: row.paymentMethodId,
    payment_method_details: row.paymentMethodDetails,
    radar_options: {},
    receipt_email: row.receiptEmail,
    receipt_number: row.receiptNumber,
    receipt_url: row.status === "succeeded" ? receiptUrl(row.receiptToken) : null,
    refunded: row.refunded,
    review: row.reviewId,
    shipping: row.shipping,
    source: row.source as Stripe.Charge["source"],
    source_transfer: null,
    statement_descriptor: row.statementDescriptor,
    statement_descriptor_suffix: row.statementDescriptorSuffix,
    status: row.status,
    transfer_data: null,
    transfer_group: row.transferGroup,
  };
}

/** Where the customer reads the receipt. */
export function receiptUrl(token: string): string {
  return `${config().publicUrl}/receipts/${token}`;
}

function outcomeOf({ outcome }: ChargeRow): Stripe.Charge.Outcome | null {
  if (!outcome) return null;
  const { risk_score, rule, advice_code, ...rest } = outcome;
  return {
    ...rest,
    advice_code: advice_code,
    ...(risk_score === null ? {} : { risk_score }),
    ...(rule === null ? {} : { rule }),
  };
}
