import type { CardFacts, VaultedInstrument } from "#db/schema/customers";
import type { BankTransferAnswer, PayOutRequest, TopUpRequest } from "./bank-transfers.ts";
import type {
  CashReturnAnswer,
  CashReturnRequest,
  ReturnTransferRequest,
  TransferEnd,
} from "./cash-returns.ts";
import type {
  Claim,
  ClaimedPayment,
  DisputeRequest,
  EvidenceAnswer,
  EvidenceRequest,
  FutureDispute,
} from "./claims.ts";
import type { DepositKind, DepositsReading, DepositsRequest, DepositsSent } from "./deposits.ts";
import type { PayoutAccountInput, PayoutAccountResult } from "./payout-account.ts";

export type { CardFacts, VaultedInstrument } from "#db/schema/customers";
export type * from "./bank-transfers.ts";
export type * from "./cash-returns.ts";
export type * from "./claims.ts";
export type * from "./deposits.ts";
export type * from "./payout-account.ts";

/**
 * What moves money for Comptoir: a card and bank network, real or simulated. Nothing outside
 * `lib/processors/` knows which one it talks to.
 *
 * Every call carries the id of the operation that asks; a processor answers the same operation id
 * with the same answer, durably, so a caller that crashed may ask again.
 */
export interface Processor {
  readonly name: string;
  /**
   * Turns what a person typed into a reference that may be stored; never stores a number. `now`: milliseconds,
   * the environment's clock, since a card past its date is refused.
   */
  vault(input: VaultInput, now: number): Promise<VaultResult>;
  /** The stored instrument behind a well-known id such as `pm_card_visa` or `tok_visa`; null when there is none. */
  wellKnown(id: string): VaultedInstrument | null;
  /** Whether a card, by its fingerprint, is one that everybody's tests pay with. */
  isShared(fingerprint: string): boolean;
  /** The digits that a card's number begins with, six or eight of them, which say whose it is; null for all else. */
  binOf(reference: string): string | null;
  /** When its bank replaces a card that runs out, as the networks tell; null: nobody tells. Pure. */
  renewal(card: CardFacts): Renewal | null;
  /** Asks the bank whether an instrument may be kept for later; nothing is charged and nothing is stored. */
  verify(request: VerifyRequest): Promise<VerifyAnswer>;
  /** Readies an instrument for later payments: its holder is asked to authenticate where the bank wants it. */
  setUp(request: SetUpRequest): Promise<SetUpAnswer>;
  /** Whether what somebody says of the deposits that they were sent is right. Nothing changes. */
  readDeposits(request: DepositsRequest): Promise<DepositsReading>;
  authorize(request: AuthorizeRequest): Promise<AuthorizeAnswer>;
  /** Asks the bank to hold more than it does. */
  increment(request: IncrementRequest): Promise<IncrementAnswer>;
  capture(request: CaptureRequest): Promise<SimpleAnswer>;
  cancel(request: CancelRequest): Promise<SimpleAnswer>;
  refund(request: RefundRequest): Promise<RefundAnswer>;
  /** Asks the network to stop a refund that was sent. */
  cancelRefund(request: CancelRefundRequest): Promise<SimpleAnswer>;
  /** Sends what a customer sent ahead back to their bank, which it may have to ask them for. */
  returnCash(request: CashReturnRequest): Promise<CashReturnAnswer>;
  /** Sends it on to the bank account that the customer named. */
  sendReturn(request: ReturnTransferRequest): Promise<TransferEnd>;
  /** Turns an account, the business's own or of who gets money back, into a reference; never stores a number. */
  payoutAccount(input: PayoutAccountInput): Promise<PayoutAccountResult>;
  /** Whether payouts reach what is behind a reference within minutes. */
  isInstant(reference: string): boolean;
  payOut(request: PayOutRequest): Promise<BankTransferAnswer>;
  topUp(request: TopUpRequest): Promise<BankTransferAnswer>;
  /** What banks make of a payment that is captured, in the order they say so. Pure: the same question, the same claims. */
  claims(payment: ClaimedPayment): Claim[];
  submitEvidence(request: EvidenceRequest): Promise<EvidenceAnswer>;
  /** Gives in: the customer keeps the money. */
  acceptDispute(request: DisputeRequest): Promise<SimpleAnswer>;
}

export type VaultInput =
  | { type: "card"; number: string; expMonth: number; expYear: number; cvc?: string; postalCode?: string }
  | { type: "sepa_debit"; iban: string }
  | {
      type: "us_bank_account";
      routingNumber: string;
      accountNumber: string;
      accountHolderType: string;
      accountType: string;
    };

/** From `at` on (milliseconds, the environment's clock) a card of the same number is valid until this month. */
export interface Renewal {
  at: number;
  expMonth: number;
  expYear: number;
}

/** A refusal carries the API's code, so that it reaches the client unchanged. */
export type VaultResult =
  | { ok: true; instrument: VaultedInstrument }
  | { ok: false; code: string; declineCode?: string; param: string; message: string };

export interface VerifyRequest {
  reference: string;
  checks: { postalCode: string | null; line1: string | null };
}

export type VerifyAnswer = { result: "verified"; checks: Checks } | Declined;

export interface SetUpRequest {
  operationId: string;
  environmentId: number;
  reference: string;
  /** What its holder has to prove a bank account by; absent or null: nothing. */
  deposits?: DepositKind | null;
  /** Milliseconds, the environment's clock. */
  now: number;
  /** What came of the authentication page, when this is the call after it. */
  authentication: "none" | "succeeded" | "failed";
  requestThreeDSecure: "automatic" | "any" | "challenge";
  checks: { postalCode: string | null; line1: string | null };
}

/** Nothing is charged. */
export type SetUpAnswer = { checks: Checks; authentication: Authentication | null } & (
  { result: "succeeded" } | { result: "requires_action"; action: "three_d_secure" } | DepositsSent | Declined
);

export interface AuthorizeRequest {
  operationId: string;
  /** The processor's own scope: one simulated bank per environment. */
  environmentId: number;
  reference: string;
  amount: number;
  currency: string;
  capture: "automatic" | "manual";
  /** The customer is not there to authenticate. */
  offSession: boolean;
  /** The instrument was authenticated when it was saved for later payments; absent: it was not. */
  setUpForOffSession?: boolean;
  /** What its holder has to prove a bank account by; absent or null: nothing. */
  deposits?: DepositKind | null;
  /** A rule of the business's own that blocks it: the bank is never asked. Absent or null: none. */
  blockedBy?: string | null;
  /** One that lets it pass whatever its risk, without a review. Absent or null: none. */
  allowedBy?: string | null;
  /** What came of the authentication page, when this is the call after it. */
  authentication: "none" | "succeeded" | "failed";
  /** "any" asks for authentication wherever the card supports it. */
  requestThreeDSecure: "automatic" | "any" | "challenge";
  checks: { postalCode: string | null; line1: string | null };
  /** Milliseconds, the environment's clock. */
  now: number;
}

export interface Checks {
  cvc: CheckResult | null;
  postalCode: CheckResult | null;
  line1: CheckResult | null;
}
export type CheckResult = "pass" | "fail" | "unavailable" | "unchecked";

export interface Risk {
  level: "normal" | "elevated" | "highest" | "not_assessed";
  /** 0 to 99; null where the method is not assessed. */
  score: number | null;
}

export interface Authentication {
  result:
    "authenticated" | "attempt_acknowledged" | "failed" | "not_supported" | "exempted" | "processing_error";
  flow: "challenge" | "frictionless" | null;
  version: "2.2.0";
  eci: string | null;
  resultReason: string | null;
}

interface Assessed {
  risk: Risk;
  checks: Checks;
  authentication: Authentication | null;
}

export type AuthorizeAnswer = Assessed &
  (
    | {
        result: "succeeded";
        authorizationCode: string | null;
        networkTransactionId: string | null;
        futureDispute: FutureDispute;
        /** True where the money is available at once (the bypass-pending test cards). */
        availableAtOnce: boolean;
        /** The review the processor asks for, if any. */
        review: "manual" | "rule" | null;
        /** The business's own rule that let it pass; null or absent: none. */
        allowedBy?: string | null;
      }
    /** The customer must authenticate on a page first; nothing was charged. */
    | { result: "requires_action"; action: "three_d_secure" }
    | DepositsSent
    /** Settles as `outcome` says at `settlesAt` (milliseconds, environment's clock); null: never, until it is canceled. */
    | {
        result: "processing";
        settlesAt: number | null;
        outcome: DelayedOutcome;
        futureDispute: FutureDispute;
        allowedBy?: string | null;
      }
    | Declined
    | { result: "blocked"; rule: string | null; message: string }
  );

export type DelayedOutcome = { result: "succeeded" } | Declined;

export interface Declined {
  result: "declined";
  code: string;
  declineCode: string | null;
  /** The parameter the API blames, such as `cvc`; null for most. */
  param: string | null;
  message: string;
  /** "do_not_try_again", "try_again_later", "confirm_card_data" */
  advice: string | null;
  networkDeclineCode: string | null;
}

export interface IncrementRequest {
  operationId: string;
  environmentId: number;
  chargeId: string;
  reference: string;
  /** All that is to be held from then on. */
  amount: number;
  currency: string;
  now: number;
}
export type IncrementAnswer = { result: "succeeded" } | Declined;

export interface CaptureRequest {
  operationId: string;
  environmentId: number;
  chargeId: string;
  /** Nothing, where the last capture only lets the rest go. */
  amount: number;
  currency: string;
  /** The rest goes back; else it stays held. */
  final: boolean;
  now: number;
}
export interface CancelRequest {
  operationId: string;
  environmentId: number;
  chargeId: string;
  now: number;
}
export type SimpleAnswer = { result: "succeeded" } | { result: "failed"; code: string; message: string };

export interface RefundRequest {
  operationId: string;
  environmentId: number;
  reference: string;
  amount: number;
  currency: string;
  /** A refund within the cancel window of the authorisation leaves as a reversal. */
  asReversal: boolean;
  now: number;
}

export interface CancelRefundRequest {
  operationId: string;
  environmentId: number;
  /** The instrument that the refund was on its way to. */
  reference: string;
  refundId: string;
  now: number;
}

export type RefundAnswer =
  /** `referenceNumber`: the bank's trace number, null for a reversal. `laterFailure`: when and why it will come back. */
  | {
      result: "succeeded" | "pending";
      type: "refund" | "reversal";
      referenceNumber: string | null;
      referenceType: "acquirer_reference_number" | null;
      later: { at: number; result: "succeeded" } | { at: number; result: "failed"; reason: string } | null;
    }
  | { result: "failed"; reason: string };
