import { environments } from "./accounts.ts";
import {
  choice,
  environmentId,
  id,
  index,
  integer,
  money,
  primaryKey,
  table,
  text,
  timestamp,
} from "./columns.ts";

/**
 * What somebody's payments come to, kept in the transactions that change them and checked by `verify`. Spend: minor
 * units of the environment's currency, what was captured less what was refunded or lost to disputes. Times of payments
 * are 0 where there was none.
 */
export const paymentFigures = () => ({
  spend: money().notNull().default(0),
  paymentCount: integer().notNull().default(0),
  refundCount: integer().notNull().default(0),
  disputeCount: integer().notNull().default(0),
  firstPaymentAt: timestamp().notNull().default(0),
  lastPaymentAt: timestamp().notNull().default(0),
});

/**
 * What a payment counts for, as it was counted last: in its customer's figures, or where it has no customer in those of
 * the guests that share its card, email or phone. Amounts in minor units of `currency`, `spend` in the environment's.
 */
export const countedPayments = table(
  "counted_payments",
  {
    environmentId: environmentId().references(() => environments.id),
    /** The payment's. */
    id: id(),
    customerId: text(),
    /** What a guest is known by; null where there is a customer. */
    card: text(),
    email: text(),
    phone: text(),
    paidAt: timestamp().notNull(),
    currency: text().notNull(),
    captured: money().notNull(),
    refunded: money().notNull(),
    lost: money().notNull(),
    spend: money().notNull(),
    refundCount: integer().notNull(),
    disputeCount: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("counted_payments_customer").on(t.environmentId, t.customerId, t.paidAt, t.id),
    index("counted_payments_card").on(t.environmentId, t.card, t.paidAt, t.id),
    index("counted_payments_email").on(t.environmentId, t.email, t.paidAt, t.id),
    index("counted_payments_phone").on(t.environmentId, t.phone, t.paidAt, t.id),
  ],
);

/** What payments without a customer have in common. */
export type GuestKind = "card" | "email" | "phone";

/** Somebody who paid without being a customer, as far as payments with one card, email or phone tell. */
export const guests = table(
  "guests",
  {
    environmentId: environmentId().references(() => environments.id),
    /** Made of kind and key. */
    id: id(),
    /** When the first payment was made. */
    createdAt: timestamp().notNull(),
    kind: choice<GuestKind>().notNull(),
    key: text().notNull(),
    /** What the newest payment told. */
    name: text(),
    email: text(),
    phone: text(),
    brand: text(),
    last4: text(),
    ...paymentFigures(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("guests_created").on(t.environmentId, t.kind, t.createdAt, t.id),
    index("guests_spend").on(t.environmentId, t.kind, t.spend, t.id),
  ],
);

/** Global: how far what is derived from rows that were there before it has been filled in. */
export const fillings = table("fillings", {
  name: text().primaryKey(),
  environmentId: environmentId(),
  /** The last row that was filled in, in the order of ids. */
  lastId: text(),
  doneAt: timestamp(),
});
