import type Stripe from "stripe";
import { environments } from "./accounts.ts";
import {
  bool,
  choice,
  environmentId,
  foreignKey,
  id,
  index,
  integer,
  json,
  money,
  primaryKey,
  table,
  text,
  timestamp,
} from "./columns.ts";
import { customers, type Metadata, type Shipping } from "./customers.ts";

export type SetupStatus =
  | "requires_payment_method"
  | "requires_confirmation"
  | "requires_action"
  | "processing"
  | "succeeded"
  | "canceled";

/** How a payer agreed to be debited. Times in milliseconds. */
export interface MandateAcceptance {
  type: "online" | "offline";
  acceptedAt: number | null;
  online: { ipAddress: string | null; userAgent: string | null } | null;
}

/** Makes a payment method ready for later payments. */
export const setupIntents = table(
  "setup_intents",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    status: choice<SetupStatus>().notNull(),
    usage: choice<"on_session" | "off_session">().notNull(),
    customerId: text(),
    paymentMethodId: text(),
    description: text(),
    metadata: json<Metadata>().notNull(),
    attachToSelf: bool(),
    flowDirections: json<("inbound" | "outbound")[]>(),
    paymentMethodTypes: json<string[]>().notNull(),
    /** What decided which methods are taken, where it was left open. */
    methodConfigurationId: text(),
    automaticPaymentMethods: json<{ enabled: boolean; allow_redirects: "always" | "never" }>(),
    allowedPaymentMethodTypes: json<string[]>(),
    excludedPaymentMethodTypes: json<string[]>(),
    paymentMethodOptions: json<Record<string, Record<string, unknown>>>().notNull(),
    /** What the mandate of this setup is good for, when it is good for one payment only. */
    singleUse: json<{ amount: number; currency: string }>(),
    acceptance: json<MandateAcceptance>(),
    mandateId: text(),
    singleUseMandateId: text(),
    latestAttemptId: text(),
    clientSecret: text().notNull(),
    /** In the API's own form, as is the error: nobody but its clients reads them whole. */
    nextAction: json<Stripe.SetupIntent.NextAction>(),
    lastSetupError: json<Stripe.SetupIntent.LastSetupError>(),
    /** The operation that is at work on it; nobody else may change it meanwhile. */
    activeOperationId: text(),
    cancellationReason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("setup_intents_created").on(t.environmentId, t.createdAt, t.id),
    index("setup_intents_customer").on(t.environmentId, t.customerId, t.createdAt, t.id),
    index("setup_intents_payment_method").on(t.environmentId, t.paymentMethodId, t.createdAt, t.id),
    foreignKey({
      name: "setup_intents_customer_fk",
      columns: [t.environmentId, t.customerId],
      foreignColumns: [customers.environmentId, customers.id],
    }),
  ],
);

export type SetupAttemptStatus = "processing" | "requires_action" | "succeeded" | "failed" | "abandoned";

/** One confirmation of a setup, as it was then. */
export const setupAttempts = table(
  "setup_attempts",
  {
    environmentId: environmentId(),
    id: id(),
    createdAt: timestamp().notNull(),
    setupIntentId: text().notNull(),
    status: choice<SetupAttemptStatus>().notNull(),
    usage: choice<"on_session" | "off_session">().notNull(),
    customerId: text(),
    paymentMethodId: text().notNull(),
    attachToSelf: bool(),
    flowDirections: json<("inbound" | "outbound")[]>(),
    paymentMethodDetails: json<Stripe.SetupAttempt.PaymentMethodDetails>().notNull(),
    setupError: json<Stripe.SetupAttempt.SetupError>(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("setup_attempts_setup_intent").on(t.environmentId, t.setupIntentId, t.createdAt, t.id),
    foreignKey({
      name: "setup_attempts_setup_intent_fk",
      columns: [t.environmentId, t.setupIntentId],
      foreignColumns: [setupIntents.environmentId, setupIntents.id],
    }),
  ],
);

/** A payer's permission to debit a bank account. */
export const mandates = table(
  "mandates",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    status: choice<"active" | "inactive" | "pending">().notNull(),
    paymentMethodId: text().notNull(),
    acceptance: json<MandateAcceptance>().notNull(),
    /** What it is good for, when it is good for one payment only. */
    singleUse: json<{ amount: number; currency: string }>(),
    /** The number the payer knows it by. */
    reference: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("mandates_payment_method").on(t.environmentId, t.paymentMethodId, t.createdAt, t.id),
  ],
);

/** Deposits on their way to a bank account, by which its holder proves to be one before a payment or setup goes on. */
export const depositVerifications = table(
  "deposit_verifications",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    /** The payment or setup that waits. */
    subjectId: text().notNull(),
    paymentMethodId: text().notNull(),
    kind: choice<"descriptor_code" | "amounts">().notNull(),
    status: choice<"pending" | "verified" | "failed">().notNull(),
    arrivesAt: timestamp().notNull(),
    /** The secret end of the address of the page where it is proven. */
    token: text().notNull(),
    /** Wrong guesses so far. */
    failures: integer().notNull(),
    /** What the debit is made under afterwards. */
    mandateId: text(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("deposit_verifications_subject").on(t.environmentId, t.subjectId, t.createdAt, t.id),
    index("deposit_verifications_method").on(t.environmentId, t.paymentMethodId, t.createdAt, t.id),
  ],
);

/** What a payer entered, to confirm one payment or setup with. */
export const confirmationTokens = table(
  "confirmation_tokens",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    expiresAt: timestamp().notNull(),
    paymentMethodId: text().notNull(),
    paymentMethodOptions: json<Record<string, Record<string, unknown>>>(),
    acceptance: json<MandateAcceptance>(),
    returnUrl: text(),
    setupFutureUsage: choice<"on_session" | "off_session">(),
    shipping: json<Shipping>(),
    paymentIntentId: text(),
    setupIntentId: text(),
  },
  (t) => [primaryKey({ columns: [t.environmentId, t.id] })],
);

export type CustomerBalanceReason =
  "adjustment" | "applied_to_invoice" | "credit_note" | "initial" | "invoice_overpaid";

/** What was added to what a customer owes, or is owed when negative. Amounts never change. */
export const customerBalanceTransactions = table(
  "customer_balance_transactions",
  {
    environmentId: environmentId(),
    id: id(),
    createdAt: timestamp().notNull(),
    customerId: text().notNull(),
    type: choice<CustomerBalanceReason>().notNull(),
    amount: money().notNull(),
    currency: text().notNull(),
    endingBalance: money().notNull(),
    description: text(),
    metadata: json<Metadata>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("customer_balance_transactions_customer").on(t.environmentId, t.customerId, t.createdAt, t.id),
    foreignKey({
      name: "customer_balance_transactions_customer_fk",
      columns: [t.environmentId, t.customerId],
      foreignColumns: [customers.environmentId, customers.id],
    }),
  ],
);

/** A tax number of a customer, or of the business itself where there is no customer. */
export const taxIds = table(
  "tax_ids",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    customerId: text(),
    type: text().notNull(),
    value: text().notNull(),
    country: text(),
    verificationStatus: choice<"pending" | "unavailable" | "unverified" | "verified">(),
    verifiedName: text(),
    verifiedAddress: text(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("tax_ids_customer").on(t.environmentId, t.customerId, t.createdAt, t.id),
    foreignKey({
      name: "tax_ids_customer_fk",
      columns: [t.environmentId, t.customerId],
      foreignColumns: [customers.environmentId, customers.id],
    }),
  ],
);
