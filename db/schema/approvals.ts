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
import { type Actor, charges } from "./payments.ts";

/** Which of the limits a refund goes beyond. */
export type RefundLimit = "per_refund" | "per_day" | "per_customer";

/** A limit, what it allows, and what it would come to: minor units of the account's currency. */
export interface ExceededLimit {
  limit: RefundLimit;
  allowed: number;
  reached: number;
}

export type ApprovalState = "waiting" | "approved" | "denied" | "withdrawn" | "expired" | "overtaken";

/**
 * What somebody may refund without asking, in the account's currency; null: as much as they like. The id says whom it
 * is about: `role:support_associate`, `person:per_…` or `key:mk_…`.
 */
export const refundLimits = table(
  "refund_limits",
  {
    environmentId: environmentId(),
    id: id(),
    createdAt: timestamp().notNull(),
    perRefund: money(),
    perDay: money(),
    perCustomer: money(),
    /** Of a role: whether it may approve what others ask for; null: as the role's permissions say. */
    approves: bool(),
  },
  (t) => [primaryKey({ columns: [t.environmentId, t.id] })],
);

/** Refunds beyond somebody's limits, which wait for somebody else to approve them: one, or a whole run. */
export const refundApprovals = table(
  "refund_approvals",
  {
    environmentId: environmentId(),
    id: id(),
    createdAt: timestamp().notNull(),
    state: choice<ApprovalState>().notNull(),
    askedBy: json<Actor>().notNull(),
    askedById: text().notNull(),
    reason: choice<"duplicate" | "fraudulent" | "requested_by_customer">(),
    /** For who decides. */
    note: text(),
    customerMessage: text(),
    exceeded: json<ExceededLimit[]>().notNull(),
    lineCount: integer().notNull(),
    /** All its lines, converted to the account's currency: an estimate. */
    estimate: money().notNull(),
    expiresAt: timestamp().notNull(),
    decidedBy: json<Actor>(),
    decidedAt: timestamp(),
    decisionReason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("refund_approvals_created").on(t.environmentId, t.createdAt, t.id),
    index("refund_approvals_state").on(t.environmentId, t.state, t.createdAt, t.id),
    index("refund_approvals_asker").on(t.environmentId, t.askedById, t.createdAt, t.id),
  ],
);

/** One refund of an approval. While it waits its amount is reserved on the charge. */
export const refundApprovalLines = table(
  "refund_approval_lines",
  {
    environmentId: environmentId(),
    id: id(),
    createdAt: timestamp().notNull(),
    approvalId: text().notNull(),
    chargeId: text().notNull(),
    paymentIntentId: text().notNull(),
    amount: money().notNull(),
    currency: text().notNull(),
    state: choice<"waiting" | "refunded" | "dropped">().notNull(),
    refundId: text(),
    /** Why it was dropped though it was approved: the obstacle that stood in its way. */
    obstacle: text(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("refund_approval_lines_approval").on(t.environmentId, t.approvalId, t.id),
    index("refund_approval_lines_charge").on(t.environmentId, t.chargeId, t.state, t.id),
    foreignKey({
      name: "refund_approval_lines_approval_fk",
      columns: [t.environmentId, t.approvalId],
      foreignColumns: [refundApprovals.environmentId, refundApprovals.id],
    }),
    foreignKey({
      name: "refund_approval_lines_charge_fk",
      columns: [t.environmentId, t.chargeId],
      foreignColumns: [charges.environmentId, charges.id],
    }),
  ],
);
