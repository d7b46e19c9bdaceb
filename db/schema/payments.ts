import type Stripe from "stripe";
import { environments } from "./accounts.ts";
import {
  bool,
  choice,
  environmentId,
  foreignKey,
  id,
  index,
  json,
  money,
  primaryKey,
  table,
  text,
  timestamp,
  uniqueIndex,
} from "./columns.ts";
import type { AmountDetails, HoldStep, NextAction, PaymentDetails } from "./payment-details.ts";
import { type BillingDetails, customers, type Metadata, type Shipping } from "./customers.ts";

export type IntentStatus =
  | "requires_payment_method"
  | "requires_confirmation"
  | "requires_action"
  | "processing"
  | "requires_capture"
  | "succeeded"
  | "canceled";

/** What a person sees of a payment; derived from intent, charge and refunds by `lib/payments/status`. */
export type PaymentStatus =
  | "succeeded"
  | "failed"
  | "blocked"
  | "uncaptured"
  | "incomplete"
  | "processing"
  | "canceled"
  | "expired"
  | "refunded"
  | "partially_refunded"
  | "refund_pending"
  | "needs_response"
  | "disputed"
  | "dispute_won"
  | "dispute_lost"
  | "inquiry";

/** Where a charge stands with its bank, of all its disputes the most pressing; null: it has none, or only settled inquiries. */
export type DisputeState = "needs_response" | "under_review" | "lost" | "inquiry" | "won";

/** A dispute or a fraud warning that an instrument brings once it is charged. */
export type FutureDispute =
  | "fraudulent"
  | "product_not_received"
  | "inquiry"
  | "early_fraud_warning"
  | "compelling_evidence"
  | "multiple_disputes"
  | "noncompliant"
  | "debit_not_authorized";

/** Who did it: a person in the dashboard, an API key, or Comptoir itself. */
export interface Actor {
  type: "person" | "key" | "system";
  id: string | null;
  name: string | null;
}

export const paymentIntents = table(
  "payment_intents",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    amount: money().notNull(),
    amountReceived: money().notNull(),
    amountCapturable: money().notNull(),
    amountRefunded: money().notNull(),
    /** What its customer sent ahead and it took so far, while it waits for the rest. */
    cashApplied: money().notNull().default(0),
    currency: text().notNull(),
    status: choice<IntentStatus>().notNull(),
    /** Of what happened to it, the word the list shows. Kept by every command that changes the payment. */
    paymentStatus: choice<PaymentStatus>().notNull(),
    captureMethod: choice<"automatic" | "automatic_async" | "manual">().notNull(),
    confirmationMethod: choice<"automatic" | "manual">().notNull(),
    customerId: text(),
    paymentMethodId: text(),
    methodType: text(),
    brand: text(),
    last4: text(),
    fingerprint: text(),
    description: text(),
    statementDescriptor: text(),
    statementDescriptorSuffix: text(),
    receiptEmail: text(),
    /** Where the payer is reached, for looking it up: the receipt's address or else the method's, in small letters. */
    payerEmail: text(),
    metadata: json<Metadata>().notNull(),
    shipping: json<Shipping>(),
    setupFutureUsage: choice<"on_session" | "off_session">(),
    paymentMethodTypes: json<string[]>().notNull(),
    /** What decided which methods are taken, where it was left open. */
    methodConfigurationId: text(),
    automaticPaymentMethods: json<{ enabled: boolean; allow_redirects: "always" | "never" }>(),
    paymentMethodOptions: json<Record<string, Record<string, unknown>>>().notNull(),
    allowedPaymentMethodTypes: json<string[]>(),
    excludedPaymentMethodTypes: json<string[]>(),
    amountDetails: json<AmountDetails>(),
    paymentDetails: json<PaymentDetails>(),
    transferGroup: text(),
    clientSecret: text().notNull(),
    /** In the API's own form, as are the payment error and a charge's method: nobody but its clients reads them whole. */
    nextAction: json<NextAction>(),
    lastPaymentError: json<Stripe.PaymentIntent.LastPaymentError>(),
    latestChargeId: text(),
    reviewId: text(),
    /** The operation that is at work on it; nobody else may change it meanwhile. */
    activeOperationId: text(),
    /** Made for a charge that came without a payment intent: people see the payment, the API only the charge. */
    standalone: bool().notNull(),
    canceledAt: timestamp(),
    cancellationReason: text(),
    cancellationNote: text(),
    createdBy: json<Actor>().notNull(),
    canceledBy: json<Actor>(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("payment_intents_created").on(t.environmentId, t.createdAt, t.id),
    index("payment_intents_status").on(t.environmentId, t.paymentStatus, t.createdAt, t.id),
    index("payment_intents_customer").on(t.environmentId, t.customerId, t.createdAt, t.id),
    index("payment_intents_payer_email").on(t.environmentId, t.payerEmail, t.createdAt, t.id),
    index("payment_intents_last4").on(t.environmentId, t.last4, t.createdAt, t.id),
    index("payment_intents_method").on(t.environmentId, t.methodType, t.brand, t.createdAt, t.id),
    index("payment_intents_currency").on(t.environmentId, t.currency, t.createdAt, t.id),
    index("payment_intents_amount").on(t.environmentId, t.amount, t.createdAt, t.id),
    // With the rest of what totals ask for behind it, so that adding up a million reads no row.
    index("payment_intents_currency_amount").on(
      t.environmentId,
      t.currency,
      t.amount,
      t.id,
      t.amountReceived,
      t.paymentStatus,
      t.createdAt,
    ),
    foreignKey({
      name: "payment_intents_customer_fk",
      columns: [t.environmentId, t.customerId],
      foreignColumns: [customers.environmentId, customers.id],
    }),
  ],
);

/** One attempt to be paid. */
export const charges = table(
  "charges",
  {
    environmentId: environmentId(),
    id: id(),
    createdAt: timestamp().notNull(),
    paymentIntentId: text().notNull(),
    /** Came through the API without a payment intent, and is shown there without one. */
    standalone: bool().notNull(),
    amount: money().notNull(),
    amountCaptured: money().notNull(),
    amountRefunded: money().notNull(),
    /** What refunds that wait for approval would return; null: none waits. */
    amountReserved: money(),
    currency: text().notNull(),
    status: choice<"succeeded" | "pending" | "failed">().notNull(),
    captured: bool().notNull(),
    capturedAt: timestamp(),
    captureBefore: timestamp(),
    paid: bool().notNull(),
    refunded: bool().notNull(),
    /** It has been disputed or asked about, however that ended. */
    disputed: bool().notNull(),
    disputeState: choice<DisputeState>(),
    reviewId: text(),
    customerId: text(),
    paymentMethodId: text(),
    /** The processor's name for the instrument: what a refund goes back to. */
    processorReference: text().notNull(),
    paymentMethodDetails: json<Stripe.Charge.PaymentMethodDetails>().notNull(),
    billingDetails: json<BillingDetails>().notNull(),
    outcome: json<ChargeOutcome>(),
    failureCode: text(),
    failureMessage: text(),
    declineCode: text(),
    balanceTransactionId: text(),
    failureBalanceTransactionId: text(),
    description: text(),
    statementDescriptor: text(),
    statementDescriptorSuffix: text(),
    calculatedStatementDescriptor: text(),
    receiptEmail: text(),
    receiptNumber: text(),
    receiptToken: text().notNull(),
    metadata: json<Metadata>().notNull(),
    shipping: json<Shipping>(),
    /** The older kind of object that was charged, as it was: in the API's own form. */
    source: json<object>(),
    fraudDetails: json<Record<string, string>>().notNull(),
    transferGroup: text(),
    authorizationCode: text(),
    /** What the bank will make of it once it is captured, in the processor's word. */
    futureDispute: choice<FutureDispute>(),
    canceledAt: timestamp(),
    /** What was done with the money while it was held, first to last; null: nothing but what the other columns say. */
    holdSteps: json<HoldStep[]>(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("charges_created").on(t.environmentId, t.createdAt, t.id),
    index("charges_payment_intent").on(t.environmentId, t.paymentIntentId, t.createdAt, t.id),
    index("charges_customer").on(t.environmentId, t.customerId, t.createdAt, t.id),
    index("charges_transfer_group").on(t.environmentId, t.transferGroup, t.createdAt, t.id),
    uniqueIndex("charges_receipt").on(t.environmentId, t.receiptToken),
    uniqueIndex("charges_receipt_number").on(t.environmentId, t.receiptNumber),
    foreignKey({
      name: "charges_payment_intent_fk",
      columns: [t.environmentId, t.paymentIntentId],
      foreignColumns: [paymentIntents.environmentId, paymentIntents.id],
    }),
  ],
);

export interface ChargeOutcome {
  advice_code: string | null;
  network_advice_code: string | null;
  network_decline_code: string | null;
  network_status:
    "approved_by_network" | "declined_by_network" | "not_sent_to_network" | "reversed_after_approval";
  reason: string | null;
  risk_level: "normal" | "elevated" | "highest" | "not_assessed";
  risk_score: number | null;
  rule: string | null;
  seller_message: string;
  type: "authorized" | "manual_review" | "issuer_declined" | "blocked" | "invalid";
}

export type RefundStatus = "pending" | "requires_action" | "succeeded" | "failed" | "canceled";

export const refunds = table(
  "refunds",
  {
    environmentId: environmentId(),
    id: id(),
    createdAt: timestamp().notNull(),
    chargeId: text().notNull(),
    paymentIntentId: text().notNull(),
    standalone: bool().notNull(),
    amount: money().notNull(),
    currency: text().notNull(),
    status: choice<RefundStatus>().notNull(),
    reason: choice<"duplicate" | "fraudulent" | "requested_by_customer">(),
    /** What a colleague wrote for colleagues; never sent to the customer. */
    note: text(),
    failureReason: text(),
    /** Why it waits: `insufficient_funds` (the balance is short) or `processing` (the bank is at it). */
    pendingReason: text(),
    balanceTransactionId: text(),
    failureBalanceTransactionId: text(),
    /** What the customer is told of it by mail once it is sent; null: nothing. */
    customerMessage: text(),
    /** The approval it was made by; null where nobody had to be asked. */
    approvalId: text(),
    receiptNumber: text(),
    destination: json<{
      type: "refund" | "reversal" | "cash_balance" | "bank";
      reference: string | null;
      referenceType: string | null;
    }>(),
    metadata: json<Metadata>().notNull(),
    createdBy: json<Actor>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("refunds_created").on(t.environmentId, t.createdAt, t.id),
    index("refunds_charge").on(t.environmentId, t.chargeId, t.createdAt, t.id),
    index("refunds_payment_intent").on(t.environmentId, t.paymentIntentId, t.createdAt, t.id),
    index("refunds_status").on(t.environmentId, t.status, t.createdAt, t.id),
    index("refunds_currency_amount").on(t.environmentId, t.currency, t.amount, t.id),
    foreignKey({
      name: "refunds_charge_fk",
      columns: [t.environmentId, t.chargeId],
      foreignColumns: [charges.environmentId, charges.id],
    }),
  ],
);
