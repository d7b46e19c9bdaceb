import type Stripe from "stripe";
import type { DisputeEvidence } from "#db/schema/disputes";
import type { disputes } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds, secondsOrNull } from "#lib/clock";
import type { BalanceTransactionRow } from "#lib/ledger/transactions";
import { toBalanceTransaction } from "#lib/ledger/wire";
import type { WireForm } from "#lib/api/wire-form";
import { eligibilityOf } from "./wire-eligibility.ts";
import { hasEvidence, isInquiry } from "./status.ts";
import { fileFields, textFields } from "./types.ts";

export type DisputeRow = typeof disputes.$inferSelect;

/** The API's dispute. `transactions`: what it took from the balance and gave back, in that order. */
export function toDispute(
  row: DisputeRow,
  transactions: readonly BalanceTransactionRow[],
  environment: ViewedEnvironment,
): Stripe.Dispute {
  return {
    id: row.id,
    object: "dispute",
    amount: row.amount,
    balance_transactions: transactions.map(toBalanceTransaction),
    charge: row.chargeId,
    created: seconds(row.createdAt),
    currency: row.currency,
    enhanced_eligibility_types: row.enhanced === null ? [] : [row.enhanced],
    evidence: wholeEvidence(row.evidence),
    evidence_details: {
      due_by: secondsOrNull(row.dueBy),
      enhanced_eligibility: eligibilityOf(row),
      has_evidence: hasEvidence(row.evidence),
      past_due: row.pastDue,
      submission_count: row.submissionCount,
      submission_method: row.submissionCount > 0 ? "manual" : "not_submitted",
    },
    intended_submission_method: row.submissionMethod,
    is_charge_refundable: isInquiry(row.status) || row.status === "won",
    livemode: environment.kind === "live",
    metadata: row.metadata,
    network_reason_code: row.networkReasonCode,
    payment_intent: row.standalone ? null : row.paymentIntentId,
    ...methodDetails(row),
    reason: row.reason,
    status: row.status,
  };
}

function methodDetails({ network, caseType, networkReasonCode }: DisputeRow) {
  if (network === null || caseType === null) return {};
  const card = { brand: network, case_type: caseType, network, network_reason_code: networkReasonCode };
  return { payment_method_details: { card, type: "card" as const } };
}

const nothing = Object.fromEntries([...Object.keys(textFields), ...fileFields].map((field) => [field, null]));

function wholeEvidence(given: DisputeEvidence): Stripe.Dispute.Evidence {
  const whole = { ...nothing, appeal: null, enhanced_evidence: {}, ...given };
  return whole as WireForm<Stripe.Dispute.Evidence>;
}
