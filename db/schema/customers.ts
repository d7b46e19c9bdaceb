import { sql } from "drizzle-orm";
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
import { paymentFigures } from "./customer-figures.ts";

export interface Address {
  city: string | null;
  country: string | null;
  line1: string | null;
  line2: string | null;
  postal_code: string | null;
  state: string | null;
}
export interface Shipping {
  address: Address;
  name: string;
  phone: string | null;
  carrier?: string | null;
  tracking_number?: string | null;
}
export interface BillingDetails {
  address: Address;
  email: string | null;
  name: string | null;
  phone: string | null;
  tax_id: string | null;
}
export type Metadata = Record<string, string>;

/** How a customer's invoices look; the default payment method is a column of its own. */
export interface InvoiceSettings {
  custom_fields: { name: string; value: string }[] | null;
  footer: string | null;
  rendering_options: { amount_tax_display: string | null; template: string | null } | null;
}

/** What a coupon takes off a customer's invoices. Times in milliseconds. */
export interface CustomerDiscount {
  id: string;
  couponId: string;
  promotionCodeId: string | null;
  start: number;
  /** Null: for ever, or until it was used once. */
  end: number | null;
}

export const customers = table(
  "customers",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    name: text(),
    businessName: text(),
    individualName: text(),
    email: text(),
    /** The email in small letters, for looking it up. */
    emailKey: text(),
    phone: text(),
    description: text(),
    address: json<Address>(),
    shipping: json<Shipping>(),
    metadata: json<Metadata>().notNull(),
    currency: text(),
    balance: money().notNull(),
    invoicePrefix: text().notNull(),
    nextInvoiceSequence: integer().notNull(),
    invoiceSettings: json<InvoiceSettings>().notNull(),
    preferredLocales: json<string[]>().notNull(),
    taxExempt: choice<"none" | "exempt" | "reverse">().notNull(),
    /** What the API calls `invoice_settings.default_payment_method`. */
    defaultPaymentMethodId: text(),
    /** What the API calls `default_source`. */
    defaultSourceId: text(),
    delinquent: bool().notNull(),
    discount: json<CustomerDiscount>(),
    /** The test clock whose time is theirs. */
    testClockId: text(),
    deletedAt: timestamp(),
    /** Whom this one was merged into; always somebody who was not. */
    mergedIntoId: text(),
    /** Whether what they send ahead pays what waits for it by itself; null: as everywhere, it does. */
    reconciliationMode: choice<"automatic" | "manual">(),
    /** When their personal data were asked to be erased. */
    erasedAt: timestamp(),
    ...paymentFigures(),
    /** Of the address, for lists. */
    country: text(),
    /** 1 until they are deleted: what lists walk along. */
    present: integer().notNull().default(1),
  },
  (t) => [
    index("customers_present").on(t.environmentId, t.present, t.createdAt, t.id),
    index("customers_spend").on(t.environmentId, t.present, t.spend, t.id),
    index("customers_payments").on(t.environmentId, t.present, t.paymentCount, t.id),
    index("customers_last_payment").on(t.environmentId, t.present, t.lastPaymentAt, t.id),
    index("customers_merged")
      .on(t.environmentId, t.mergedIntoId)
      .where(sql`merged_into_id is not null`),
    index("customers_country").on(t.environmentId, t.country, t.createdAt, t.id),
    index("customers_test_clock")
      .on(t.environmentId, t.testClockId, t.createdAt, t.id)
      .where(sql`test_clock_id is not null`),
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("customers_created").on(t.environmentId, t.createdAt, t.id),
    index("customers_email").on(t.environmentId, t.email, t.createdAt, t.id),
    index("customers_email_key").on(t.environmentId, t.emailKey, t.createdAt, t.id),
    index("customers_invoice_prefix").on(t.environmentId, t.invoicePrefix),
  ],
);

export interface CardFacts {
  brand: string;
  displayBrand: string;
  country: string;
  expMonth: number;
  expYear: number;
  funding: "credit" | "debit" | "prepaid" | "unknown";
  networks: string[];
  /** The network the customer chose on a card of two; absent: none was chosen. */
  preferredNetwork?: string | null;
  issuer: string | null;
  cvcProvided: boolean;
  /** Whether the card can do 3-D Secure at all. */
  threeDSecureSupported: boolean;
}

/** What may be stored of an instrument. `reference` means something to its processor alone. */
export type VaultedInstrument = {
  reference: string;
  fingerprint: string;
  last4: string;
} & (
  | { type: "card"; card: CardFacts }
  | { type: "sepa_debit"; sepaDebit: { bankCode: string; branchCode: string; country: string } }
  | {
      type: "us_bank_account";
      usBankAccount: {
        bankName: string;
        routingNumber: string;
        accountHolderType: string;
        accountType: string;
        /** Whether its number was only typed, and who holds it is still to be proven; absent: it is vouched for. */
        holder?: "unproven" | "proven" | "unprovable";
      };
    }
);

/** What a customer sent ahead, as something to pay with: no bank is asked for it any more. */
export interface SentAhead {
  type: "customer_balance";
  reference: "customer_balance";
  fingerprint: "";
  last4: "";
}

export type StoredInstrument = VaultedInstrument | SentAhead;
export type InstrumentType = StoredInstrument["type"];

/** Results of the checks made when a card was kept; null: there was nothing to check. */
export interface CardChecks {
  cvc: string | null;
  postalCode: string | null;
  line1: string | null;
}

/** What a payment method is in the API's older terms: a card, a bank account or a source of a customer. */
export interface SourceFacts {
  currency: string | null;
  /** Of a bank account. */
  bankAccount?: {
    holderType: string | null;
    accountType: string | null;
    country: string;
    /** Wrong guesses at the deposits that prove who holds it. */
    failures: number;
  };
  /** Of a source. */
  source?: {
    amount: number | null;
    clientSecret: string;
    statementDescriptor: string | null;
    usage: "reusable" | "single_use";
    /** What the debits of a bank account are made under. */
    mandateReference: string | null;
  };
}

export type SourceStatus = "new" | "verified" | "verification_failed" | "chargeable";

export const paymentMethods = table(
  "payment_methods",
  {
    environmentId: environmentId(),
    id: id(),
    createdAt: timestamp().notNull(),
    type: choice<InstrumentType>().notNull(),
    customerId: text(),
    billingDetails: json<BillingDetails>().notNull(),
    /** The instrument as the processor vaulted it. Never a number. */
    instrument: json<StoredInstrument>().notNull(),
    fingerprint: text().notNull(),
    last4: text().notNull(),
    brand: text(),
    metadata: json<Metadata>().notNull(),
    allowRedisplay: choice<"always" | "limited" | "unspecified">().notNull(),
    checks: json<CardChecks>().notNull(),
    /** Null for what never was anything else than a payment method. */
    sourceObject: choice<"card" | "bank_account" | "source">(),
    sourceStatus: choice<SourceStatus>(),
    sourceFacts: json<SourceFacts>(),
    /** When its holder, authenticated where the bank asked for it, agreed to payments in their absence. */
    offSessionSince: timestamp(),
    /** When it ended: detached from its customer, or used up by a payment without one. */
    retiredAt: timestamp(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("payment_methods_customer").on(t.environmentId, t.customerId, t.createdAt, t.id),
    index("payment_methods_created").on(t.environmentId, t.createdAt, t.id),
    foreignKey({
      name: "payment_methods_customer_fk",
      columns: [t.environmentId, t.customerId],
      foreignColumns: [customers.environmentId, customers.id],
    }),
  ],
);

/** What a token stands for beside its instrument. Numbers that identify a person are never in it. */
export interface TokenDetails {
  card?: { id: string; name: string | null; address: Address; currency: string | null };
  bankAccount?: {
    id: string;
    accountHolderName: string | null;
    accountHolderType: string | null;
    accountType: string | null;
    bankName: string | null;
    country: string;
    currency: string;
    routingNumber: string | null;
  };
  /** A person or an account, as it was described. */
  described?: Record<string, unknown>;
}

/** A single-use stand-in for what a person typed. */
export const tokens = table(
  "tokens",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    type: choice<"card" | "bank_account" | "pii" | "account" | "cvc_update" | "person">().notNull(),
    /** Null for what only carries data. */
    instrument: json<VaultedInstrument>(),
    details: json<TokenDetails>().notNull(),
    clientIp: text(),
    usedAt: timestamp(),
  },
  (t) => [primaryKey({ columns: [t.environmentId, t.id] })],
);
