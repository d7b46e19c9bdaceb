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
import type { Address, CardFacts, Metadata } from "./customers.ts";
import type { Actor } from "./payments.ts";

/** Where the business is paid out to: its own bank accounts and debit cards. Never a number. */
export const externalAccounts = table(
  "external_accounts",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    type: choice<"bank_account" | "card">().notNull(),
    currency: text().notNull(),
    country: text().notNull(),
    /** The processor's name for it. */
    reference: text().notNull(),
    fingerprint: text().notNull(),
    last4: text().notNull(),
    holderName: text(),
    holderType: text(),
    /** Of bank accounts. */
    accountType: text(),
    bankName: text(),
    routingNumber: text(),
    /** Of cards. */
    card: json<CardFacts>(),
    address: json<Address>(),
    /** Whether the processor pays out to it within minutes. */
    instant: bool().notNull(),
    defaultForCurrency: bool().notNull(),
    /** `errored`: a payout to it failed, and none is sent there until somebody says that it is right again. */
    status: choice<"new" | "errored">().notNull(),
    metadata: json<Metadata>().notNull(),
    deletedAt: timestamp(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("external_accounts_created").on(t.environmentId, t.createdAt, t.id),
    index("external_accounts_currency").on(t.environmentId, t.currency, t.createdAt, t.id),
  ],
);

export type PayoutStatus = "pending" | "in_transit" | "paid" | "failed" | "canceled";

/** Money sent to the business's bank; a negative amount is taken from it. */
export const payouts = table(
  "payouts",
  {
    environmentId: environmentId(),
    id: id(),
    createdAt: timestamp().notNull(),
    amount: money().notNull(),
    currency: text().notNull(),
    /** Midnight UTC of the day it is expected at the bank; of an instant payout, when it was made. */
    arrivalDate: timestamp().notNull(),
    /** Made by the schedule; its balance transactions are known then. */
    automatic: bool().notNull(),
    status: choice<PayoutStatus>().notNull(),
    method: choice<"standard" | "instant">().notNull(),
    type: choice<"bank_account" | "card">().notNull(),
    destinationId: text().notNull(),
    balanceTransactionId: text(),
    failureBalanceTransactionId: text(),
    failureCode: text(),
    description: text(),
    statementDescriptor: text(),
    traceId: text(),
    /** The payout that this one takes back, and the one that takes this one back. */
    originalPayoutId: text(),
    reversedById: text(),
    metadata: json<Metadata>().notNull(),
    createdBy: json<Actor>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("payouts_created").on(t.environmentId, t.createdAt, t.id),
    index("payouts_status").on(t.environmentId, t.status, t.createdAt, t.id),
    index("payouts_destination").on(t.environmentId, t.destinationId, t.createdAt, t.id),
    index("payouts_amount").on(t.environmentId, t.currency, t.amount, t.id),
    index("payouts_arrival").on(t.environmentId, t.arrivalDate, t.createdAt, t.id),
    foreignKey({
      name: "payouts_destination_fk",
      columns: [t.environmentId, t.destinationId],
      foreignColumns: [externalAccounts.environmentId, externalAccounts.id],
    }),
  ],
);

export type TopupStatus = "pending" | "succeeded" | "failed" | "canceled" | "reversed";

/** Money the business adds to its balance from its bank. */
export const topups = table(
  "topups",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    amount: money().notNull(),
    currency: text().notNull(),
    status: choice<TopupStatus>().notNull(),
    expectedAvailabilityDate: timestamp(),
    failureCode: text(),
    balanceTransactionId: text(),
    /** The processor's name for the account that is debited; null for a transfer that the business makes itself. */
    reference: text(),
    paymentMethodId: text(),
    /** What the business writes on its transfer, so that it is recognised. */
    bankReference: text().notNull(),
    description: text(),
    statementDescriptor: text(),
    transferGroup: text(),
    metadata: json<Metadata>().notNull(),
    createdBy: json<Actor>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("topups_created").on(t.environmentId, t.createdAt, t.id),
    index("topups_status").on(t.environmentId, t.status, t.createdAt, t.id),
  ],
);

export type PayoutInterval = "daily" | "weekly" | "monthly" | "manual";
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday";

/** What an environment's balance is told to do; without a row, what its country's accounts do. */
export const balanceSettings = table(
  "balance_settings",
  {
    environmentId: environmentId().references(() => environments.id),
    interval: choice<PayoutInterval>().notNull(),
    weekdays: json<Weekday[]>().notNull(),
    monthDays: json<number[]>().notNull(),
    /** Minor units by currency that automatic payouts leave behind. */
    minimumBalances: json<Record<string, number>>().notNull(),
    debitNegativeBalances: bool().notNull(),
    payoutsEnabled: bool().notNull(),
    statementDescriptor: text(),
    /** Days that a payment's money stays pending, where it is not the country's number. */
    delayDays: integer(),
    startOfDay: json<{ hour: number; minutes: number; timezone: string }>(),
  },
  (t) => [primaryKey({ columns: [t.environmentId] })],
);
