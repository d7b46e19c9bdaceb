import { createHash } from "node:crypto";
import type { DisputeStatus } from "#db/schema/disputes";
import type { GuestKind } from "#db/schema/customer-figures";
import type { countedPayments, guests } from "#db/schema/index";
import { isInquiry } from "#lib/disputes/status";
import { convert } from "#lib/ledger/exchange-rates";
import type { ChargeRow, PaymentIntentRow } from "#lib/payments/wire";
import type { Figures } from "./figures.ts";

export type CountedRow = typeof countedPayments.$inferSelect;
export type GuestRow = typeof guests.$inferSelect;

/** What there is to count of a payment. */
export interface Paid {
  payment: Pick<
    PaymentIntentRow,
    | "id"
    | "customerId"
    | "amountReceived"
    | "amountRefunded"
    | "currency"
    | "fingerprint"
    | "payerEmail"
    | "brand"
    | "last4"
  >;
  charge: Pick<ChargeRow, "createdAt" | "capturedAt" | "billingDetails">;
  /** Not those that failed or were canceled. */
  refunds: number;
  disputes: readonly { status: DisputeStatus; amount: number }[];
}

type Contribution = Omit<CountedRow, "environmentId">;

/** What a payment that took money counts for. `currency`: the environment's, which spend is told in. */
export function contributionOf({ payment, charge, refunds, disputes }: Paid, currency: string): Contribution {
  const guest = payment.customerId === null;
  const lost = disputes.reduce((sum, { status, amount }) => (status === "lost" ? sum + amount : sum), 0);
  const kept = payment.amountReceived - payment.amountRefunded - lost;
  return {
    id: payment.id,
    customerId: payment.customerId,
    card: guest ? payment.fingerprint : null,
    email: guest ? payment.payerEmail : null,
    phone: guest ? phoneKey(charge.billingDetails.phone) : null,
    paidAt: charge.capturedAt ?? charge.createdAt,
    currency: payment.currency,
    captured: payment.amountReceived,
    refunded: payment.amountRefunded,
    lost,
    spend: payment.currency === currency ? kept : convert(kept, payment.currency, currency).amount,
    refundCount: refunds,
    disputeCount: disputes.filter(({ status }) => !isInquiry(status)).length,
  };
}

/** A phone number as it is compared: its digits, and a plus before those that have one. */
export function phoneKey(phone: string | null): string | null {
  const digits = phone?.replaceAll(/[^\d+]/g, "").replace(/^00/, "+") ?? "";
  return digits.length < 5 ? null : digits;
}

/** Whom a payment counts for: its customer, or every guest that it tells of. */
export function countedFor(row: Pick<CountedRow, "customerId" | GuestKind>) {
  if (row.customerId !== null) return { customerId: row.customerId, guests: [] };
  const known = guestKinds.flatMap((kind) => {
    const key = row[kind];
    return key === null ? [] : [{ kind, key, id: guestId(kind, key) }];
  });
  return { customerId: null, guests: known };
}

export const guestKinds = ["card", "email", "phone"] as const satisfies GuestKind[];

/** The same card, email or phone is always the same guest. */
function guestId(kind: GuestKind, key: string): string {
  return `gcus_${createHash("sha256").update(`${kind}:${key}`).digest("hex").slice(0, 24)}`;
}

/** What a payment adds to somebody's figures, or takes from them. */
export function figuresOf(row: Omit<CountedRow, "environmentId">, sign: 1 | -1): Figures {
  return {
    spend: sign * row.spend,
    paymentCount: sign,
    refundCount: sign * row.refundCount,
    disputeCount: sign * row.disputeCount,
    firstPaymentAt: row.paidAt,
    lastPaymentAt: row.paidAt,
  };
}

/** Two people's figures as one's. */
export function added(one: Figures, other: Figures): Figures {
  return {
    spend: one.spend + other.spend,
    paymentCount: one.paymentCount + other.paymentCount,
    refundCount: one.refundCount + other.refundCount,
    disputeCount: one.disputeCount + other.disputeCount,
    firstPaymentAt: Math.min(one.firstPaymentAt || other.firstPaymentAt, other.firstPaymentAt),
    lastPaymentAt: Math.max(one.lastPaymentAt, other.lastPaymentAt),
  };
}
