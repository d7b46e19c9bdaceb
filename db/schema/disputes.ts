import type Stripe from "stripe";
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
import type { Metadata } from "./customers.ts";
import { type Actor, charges } from "./payments.ts";

export type DisputeStatus =
  | "warning_needs_response"
  | "warning_under_review"
  | "warning_closed"
  | "needs_response"
  | "under_review"
  | "won"
  | "lost";

/** What was sold, as far as it decides which proof there can be of it. */
export type ProductKind =
  "physical_product" | "digital_product" | "offline_service" | "event" | "booking" | "other";

/** What was given against a dispute, in the API's own form; what was not given is not in it. */
export type DisputeEvidence = Partial<Stripe.Dispute.Evidence>;

/** A customer's bank asks for a payment back, or asks about it. */
export const disputes = table(
  "disputes",
  {
    environmentId: environmentId(),
    id: id(),
    createdAt: timestamp().notNull(),
    chargeId: text().notNull(),
    paymentIntentId: text().notNull(),
    standalone: bool().notNull(),
    /** What is asked for, in the charge's currency. */
    amount: money().notNull(),
    currency: text().notNull(),
    status: choice<DisputeStatus>().notNull(),
    reason: text().notNull(),
    /** Null where it is no card's. */
    network: text(),
    networkReasonCode: text(),
    caseType: choice<"chargeback" | "compliance" | "inquiry">(),
    enhanced: choice<"visa_compelling_evidence_3" | "visa_compliance" | "mastercard_compliance">(),
    evidence: json<DisputeEvidence>().notNull(),
    /** Null until somebody who answers it says so. */
    productKind: choice<ProductKind>(),
    /** Who of the team takes care of it; null: nobody in particular. */
    assigneeId: text(),
    /** Null where nobody is asked: what banks say of a debit is final. */
    dueBy: timestamp(),
    pastDue: bool().notNull(),
    submissionCount: integer().notNull(),
    submittedAt: timestamp(),
    /** Who sent the evidence last, or accepted. */
    answeredBy: json<Actor>(),
    submissionMethod: choice<"manual" | "prefer_manual" | "prefer_smart_disputes" | "smart_disputes">(),
    /** When it became a dispute: at once, or when an inquiry led to one. */
    withdrawnAt: timestamp(),
    closedAt: timestamp(),
    /** How it ended: decided by the bank, accepted, left unanswered, or refunded. */
    closedBy: choice<"bank" | "acceptance" | "deadline" | "refund">(),
    withdrawalId: text(),
    reinstatementId: text(),
    /** The operation that is at work on it; nobody else may answer it meanwhile. */
    activeOperationId: text(),
    metadata: json<Metadata>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("disputes_created").on(t.environmentId, t.createdAt, t.id),
    index("disputes_charge").on(t.environmentId, t.chargeId, t.createdAt, t.id),
    index("disputes_payment_intent").on(t.environmentId, t.paymentIntentId, t.createdAt, t.id),
    index("disputes_status").on(t.environmentId, t.status, t.createdAt, t.id),
    index("disputes_assignee").on(t.environmentId, t.assigneeId, t.createdAt, t.id),
    index("disputes_due").on(t.environmentId, t.status, t.dueBy, t.id),
    index("disputes_currency_amount").on(t.environmentId, t.currency, t.amount, t.id),
    foreignKey({
      name: "disputes_charge_fk",
      columns: [t.environmentId, t.chargeId],
      foreignColumns: [charges.environmentId, charges.id],
    }),
  ],
);

/** A bank's word that a payment was likely fraud, before anybody disputed it. */
export const earlyFraudWarnings = table(
  "early_fraud_warnings",
  {
    environmentId: environmentId(),
    id: id(),
    createdAt: timestamp().notNull(),
    chargeId: text().notNull(),
    paymentIntentId: text().notNull(),
    standalone: bool().notNull(),
    fraudType: text().notNull(),
    /** A refund could still prevent the dispute. */
    actionable: bool().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("early_fraud_warnings_created").on(t.environmentId, t.createdAt, t.id),
    index("early_fraud_warnings_charge").on(t.environmentId, t.chargeId, t.createdAt, t.id),
    index("early_fraud_warnings_payment_intent").on(t.environmentId, t.paymentIntentId, t.createdAt, t.id),
    foreignKey({
      name: "early_fraud_warnings_charge_fk",
      columns: [t.environmentId, t.chargeId],
      foreignColumns: [charges.environmentId, charges.id],
    }),
  ],
);

/** A payment that somebody should look at. */
export const reviews = table(
  "reviews",
  {
    environmentId: environmentId(),
    id: id(),
    createdAt: timestamp().notNull(),
    chargeId: text().notNull(),
    paymentIntentId: text().notNull(),
    standalone: bool().notNull(),
    billingZip: text(),
    open: bool().notNull(),
    openedReason: choice<"rule" | "manual">().notNull(),
    closedReason: choice<"approved" | "canceled" | "disputed" | "refunded" | "refunded_as_fraud">(),
    closedAt: timestamp(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("reviews_open").on(t.environmentId, t.open, t.createdAt, t.id),
    index("reviews_payment_intent").on(t.environmentId, t.paymentIntentId, t.createdAt, t.id),
    foreignKey({
      name: "reviews_charge_fk",
      columns: [t.environmentId, t.chargeId],
      foreignColumns: [charges.environmentId, charges.id],
    }),
  ],
);
