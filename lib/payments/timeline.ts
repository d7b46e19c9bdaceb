import type { HoldStep } from "#db/schema/payment-details";
import type { Actor } from "#db/schema/payments";
import { type Aftermath, type DisputeMoment, momentsOf } from "#lib/disputes/moments";
import type { BalanceTransactionRow } from "#lib/ledger/transactions";
import type { MailSummary } from "#lib/mail/queries";
import type { NoteRow } from "#lib/notes/subjects";
import { isRelease } from "#lib/refunds/release";
import type { RefundRow } from "#lib/refunds/wire";
import { wasHeld } from "./hold.ts";
import type { ChargeRow, PaymentIntentRow } from "./wire.ts";

/** A moment in a payment's life that leaves no row of its own. Milliseconds. */
export interface Moment {
  kind: "authentication_asked" | "deposits_sent" | "transfer_asked" | "partly_sent" | "attempt_failed";
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
  aftermath: Aftermath;
  notes: readonly NoteRow[];
}

export type TimelineEntry =
  | DisputeMoment
  | ({ key: string; at: number } & (
      | { kind: "created"; by: Actor }
      | { kind: "authentication_asked" | "deposits_sent" | "transfer_asked" | "partly_sent" }
      | { kind: "authentication_failed" | "not_collected"; code: string | null }
      | { kind: "hold_changed"; charge: ChargeRow; step: HoldStep }
      | { kind: "held" | "processing" | "succeeded" | "declined" | "captured"; charge: ChargeRow }
      | { kind: "canceled"; by: Actor | null; reason: string | null; note: string | null }
      | { kind: "refunded" | "refund_failed"; refund: RefundRow }
      | { kind: "mailed"; mail: MailSummary }
      | { kind: "noted"; note: NoteRow }
    ));

/** What happened to a payment, newest first. */
export function timelineOf(sources: StorySources): TimelineEntry[] {
  const { payment, attempts, mails, moments } = sources;
  const entries: TimelineEntry[] = [
    { kind: "created", key: payment.id, at: payment.createdAt, by: payment.createdBy },
    ...moments.flatMap((moment) => authentication(moment, attempts)),
    ...attempts.flatMap((charge) => attemptEntries(charge, moments)),
    ...cancellation(payment),
    // That a hold went back is told as the cancellation that it is.
    ...sources.refunds
      .filter((refund) => !isRelease(refund))
      .flatMap((refund) => refundEntries(refund, sources.transactions)),
    ...momentsOf(sources.aftermath),
    ...mails.map((mail) => ({ kind: "mailed" as const, key: mail.id, at: mail.createdAt, mail })),
    ...sources.notes.map((note) => ({ kind: "noted" as const, key: note.id, at: note.createdAt, note })),
  ];
  // Several things happen in one instant: what is written first above came first.
  return entries.sort((a, b) => a.at - b.at).reverse();
}

/** A failed attempt without a charge is one that no bank was asked for: mostly its customer did not authenticate. */
function authentication({ kind, at, code }: Moment, attempts: readonly ChargeRow[]): TimelineEntry[] {
  if (kind !== "attempt_failed") return [{ kind, key: `${kind}-${at}`, at }];
  if (isOfAccount(code)) return [{ kind: "not_collected", key: `not-collected-${at}`, at, code }];
  const ofCharge = attempts.some((charge) => charge.createdAt === at || isDelayed(charge));
  return ofCharge ? [] : [{ kind: "authentication_failed", key: `authentication-failed-${at}`, at, code }];
}

/** Whether a payment failed because the account behind it was not proven. */
function isOfAccount(code: string | null): boolean {
  return code?.startsWith("payment_method_microdeposit_verification") ?? false;
}

function attemptEntries(charge: ChargeRow, moments: readonly Moment[]): TimelineEntry[] {
  const { id, createdAt } = charge;
  if (isDelayed(charge))
    return [{ kind: "processing", key: id, at: createdAt, charge }, ...debitEnd(charge, moments)];
  if (charge.status === "failed") return [{ kind: "declined", key: id, at: createdAt, charge }];
  if (!wasHeld(charge)) return [{ kind: "succeeded", key: id, at: createdAt, charge }];
  const held: TimelineEntry = { kind: "held", key: id, at: createdAt, charge };
  return [held, ...afterHold(charge)];
}

/** A hold captured at one go tells it in one sentence; what else was done with it, step by step. */
function afterHold(charge: ChargeRow): TimelineEntry[] {
  const { id, capturedAt, holdSteps } = charge;
  const steps = holdSteps ?? [];
  const atOneGo = charge.captured && steps.filter(({ kind }) => kind === "captured").length <= 1;
  const told = atOneGo ? steps.filter(({ kind }) => kind !== "captured" && kind !== "released") : steps;
  const entries = told.map((step, index): TimelineEntry => ({
    kind: "hold_changed",
    key: `${id}-step-${index}`,
    at: step.at,
    charge,
    step,
  }));
  if (!atOneGo || capturedAt === null) return entries;
  return [...entries, { kind: "captured", key: `${id}-captured`, at: capturedAt, charge }];
}

function debitEnd(charge: ChargeRow, moments: readonly Moment[]): TimelineEntry[] {
  const { id, createdAt, capturedAt } = charge;
  if (capturedAt !== null) return [{ kind: "succeeded", key: `${id}-settled`, at: capturedAt, charge }];
  if (charge.status !== "failed" || charge.canceledAt !== null) return [];
  const failed = moments.find(({ kind, at }) => kind === "attempt_failed" && at > createdAt);
  return [{ kind: "declined", key: `${id}-returned`, at: failed?.at ?? createdAt, charge }];
}

/** Bank debits are known to have worked days later. */
function isDelayed({ paymentMethodDetails: { type } }: ChargeRow): boolean {
  return type !== "card" && type !== "customer_balance";
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
