import type { FutureDispute as BroughtDispute } from "#db/schema/payments";

/** A dispute or a fraud warning that this instrument will bring; `null` for most. */
export type FutureDispute = BroughtDispute | null;

export interface ClaimedPayment {
  futureDispute: FutureDispute;
  /** The card's; null for a debit. */
  brand: string | null;
  /** What was captured and not refunded, minor units. */
  amount: number;
  /** Milliseconds, the environment's clock. */
  now: number;
}

/** What a customer's bank says of a payment. */
export type Claim = DisputeClaim | { kind: "fraud_warning"; fraudType: string };

export interface DisputeClaim {
  kind: "dispute";
  /** `inquiry`: it only asks. `final`: nobody can answer it. */
  stage: "inquiry" | "chargeback" | "final";
  reason: string;
  amount: number;
  /** Null for a debit. */
  card: { network: string; reasonCode: string; caseType: "chargeback" | "compliance" | "inquiry" } | null;
  enhanced: "visa_compelling_evidence_3" | "visa_compliance" | "mastercard_compliance" | null;
  /** Milliseconds: until when it can be answered; null for what is final. */
  dueBy: number | null;
}

export interface DisputeRequest {
  operationId: string;
  environmentId: number;
  disputeId: string;
  now: number;
}

export interface EvidenceRequest extends DisputeRequest {
  stage: "inquiry" | "chargeback";
  network: string | null;
  /** What the merchant wrote for the bank to read. */
  text: string | null;
}

/** `decision`: what the bank will make of it, and when (milliseconds); null while nobody knows. */
export interface EvidenceAnswer {
  result: "received";
  decision: DisputeDecision | null;
}

/** `escalated`: what was an inquiry becomes a dispute, to be answered until `dueBy`. */
export type DisputeDecision =
  | { at: number; outcome: "won" | "lost" }
  | { at: number; outcome: "escalated"; dueBy: number; reasonCode: string };
