import type { Actor } from "#db/schema/payments";
import type { BalanceTransactionRow } from "#lib/ledger/transactions";
import type { MailSummary } from "#lib/mail/queries";
import type { RefundRow } from "#lib/refunds/wire";
import type { ChargeRow, PaymentIntentRow } from "./wire.ts";

/** A moment in a payment's life that leaves no row of its own. Milliseconds. */
export interface Moment {
  kind: "authentication_asked" | "attempt_failed";
  at: number;
  /** Why the attempt failed, as the API names it, where that is still known. */
  code: string | null;
}

/** Everything a payment's story is told from. */
export interface StorySources {
  payment: PaymentIntentRow;
  /** First to last, as are the refunds. */
  attempts: readonly ChargeRow[];
  refunds: readonly RefundRow[];
  transactions: readonly BalanceTransactionRow[];
  mails: readonly MailSummary[];
  moments: readonly Moment[];
}

export type TimelineEntry = { key: string; at: number } & (
  | { kind: "created"; by: Actor }
  | { kind: "authentication_asked" }
  | { kind: "authentication_failed"; code: string | null }
  | { kind: "held" | "processing" | "succeeded" | "declined" | "captured"; charge: ChargeRow }
  | { kind: "canceled"; by: Actor | null; reason: string | null; note: string | null }
  | { kind: "refunded" | "refund_failed"; refund: RefundRow }
  | { kind: "mailed"; mail: MailSummary }
);

/** What happened to a payment, newest first. */
export function timelineOf(sources: StorySources): TimelineEntry[] {
  const { payment, attempts, mails, moments } = sources;
  const entries: TimelineEntry[] = [
    { kind: "created", key: payment.id, at: payment.createdAt, by: payment.createdBy },
    ...moments.flatMap((moment) => authentication(moment, attempts)),
    ...attempts.flatMap((charge) => attemptEntries(charge, payment, moments)),
    ...cancellation(payment),
    ...sources.refunds.flatMap((refund) => refundEntries(refund, sources.transactions)),
    ...mails.map((mail) => ({ kind: "mailed" as const, key: mail.id, at: mail.createdAt, mail })),
  ];
  // Several things happen in one instant: what is written first above came first.
  return entries.sort((a, b) => a.at - b.at).reverse();
}

/** A failed attempt without a charge is one the customer did not authenticate: the bank was never asked. */
function authentication({ kind, at, code }: Moment, attempts: readonly ChargeRow[]): TimelineEntry[] {
  if (kind === "authentication_asked") return [{ kind, key: `authentication-${at}`, at }];
  const ofCharge = attempts.some((charge) => charge.createdAt === at || isDelayed(charge));
  return ofCharge ? [] : [{ kind: "authentication_failed", key: `authentication-failed-${at}`, at, code }];
}

function attemptEntries(
  charge: ChargeRow,
  payment: PaymentIntentRow,
  moments: readonly Moment[],
): TimelineEntry[] {
  const { id, createdAt, capturedAt } = charge;
  if (isDelayed(charge))
    return [{ kind: "processing", key: id, at: createdAt, charge }, ...debitEnd(charge, moments)];
  if (charge.status === "failed") return [{ kind: "declined", key: id, at: createdAt, charge }];
  if (payment.captureMethod !== "manual") return [{ kind: "succeeded", key: id, at: createdAt, charge }];
  const held: TimelineEntry = { kind: "held", key: id, at: createdAt, charge };
  return capturedAt === null
    ? [held]
    : [held, { kind: "captured", key: `${id}-captured`, at: capturedAt, charge }];
}

function debitEnd(charge: ChargeRow, moments: readonly Moment[]): TimelineEntry[] {
  const { id, createdAt, capturedAt } = charge;
  if (capturedAt !== null) return [{ kind: "succeeded", key: `${id}-settled`, at: capturedAt, charge }];
  if (charge.status !== "failed" || charge.canceledAt !== null) return [];
  const failed = moments.find(({ kind, at }) => kind === "attempt_failed" && at > createdAt);
  return [{ kind: "declined", key: `${id}-returned`, at: failed?.at ?? createdAt, charge }];
}

/** Bank debits are known to have worked days later. */
function isDelayed(charge: ChargeRow): boolean {
  return charge.paymentMethodDetails.type !== "card";
}

function cancellation({ id, canceledAt, canceledBy, ...why }: PaymentIntentRow): TimelineEntry[] {
  if (canceledAt === null) return [];
  const { cancellationReason: reason, cancellationNote: note } = why;
  return [{ kind: "canceled", key: `${id}-canceled`, at: canceledAt, by: canceledBy, reason, note }];
}

function refundEntries(refund: RefundRow, transactions: readonly BalanceTransactionRow[]): TimelineEntry[] {
  const entries: TimelineEntry[] = [{ kind: "refunded", key: refund.id, at: refund.createdAt, refund }];
  if (refund.status !== "failed") return entries;
  const back = transactions.find(({ id }) => id === refund.failureBalanceTransactionId);
  const at = back?.createdAt ?? refund.createdAt;
  return [...entries, { kind: "refund_failed", key: `${refund.id}-failed`, at, refund }];
}
