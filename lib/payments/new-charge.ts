import type { ChargeOutcome } from "#db/schema/payments";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { chargeMethodDetails } from "#lib/payment-methods/charge-details";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import type { AuthorizeAnswer } from "#lib/processors/processor";
import { newPublicToken } from "#lib/public-token";
import { isHeldFirst } from "./hold.ts";
import { type HoldTerms, holdTerms } from "./hold-terms.ts";
import { toCustomerSource } from "#lib/sources/wire";
import type { ChargeRow, PaymentIntentRow } from "./wire.ts";

/** An answer that makes an attempt: only a request to authenticate makes none. */
export type AttemptAnswer = Exclude<AuthorizeAnswer, { result: "requires_action" }>;

export interface ChargeContext {
  id: string;
  now: number;
  environment: ViewedEnvironment;
  mandateId?: string | null;
  /** The customer was not there. */
  offSession?: boolean;
}

/** The charge that an attempt makes, succeeded or not. */
export function newCharge(
  intent: PaymentIntentRow,
  method: PaymentMethodRow,
  answer: AttemptAnswer,
  context: ChargeContext,
): Omit<ChargeRow, "environmentId"> {
  const succeeded = answer.result === "succeeded";
  const captured = succeeded && !isHeldFirst(intent, method.type);
  const hold = succeeded && !captured ? termsOf(intent, method, context) : null;
  const declined = answer.result === "declined" ? answer : null;
  return {
    id: context.id,
    createdAt: context.now,
    paymentIntentId: intent.id,
    standalone: intent.standalone,
    amount: intent.amount,
    amountCaptured: captured ? intent.amount : 0,
    amountRefunded: 0,
    amountReserved: null,
    currency: intent.currency,
    status: succeeded ? "succeeded" : answer.result === "processing" ? "pending" : "failed",
    captured,
    capturedAt: captured ? context.now : null,
    captureBefore: hold?.captureBefore ?? null,
    paid: succeeded,
    refunded: false,
    disputed: false,
    disputeState: null,
    reviewId: null,
    customerId: intent.customerId,
    paymentMethodId: method.id,
    processorReference: String(method.instrument.reference),
    paymentMethodDetails: chargeMethodDetails(method, answer, {
      amount: intent.amount,
      currency: intent.currency,
      hold,
      mandateId: context.mandateId ?? null,
    }),
    billingDetails: method.billingDetails,
    outcome: outcomeOf(answer),
    failureCode: declined?.code ?? (answer.result === "blocked" ? "card_declined" : null),
    failureMessage: declined?.message ?? (answer.result === "blocked" ? answer.message : null),
    declineCode: declined?.declineCode ?? (answer.result === "blocked" ? "fraudulent" : null),
    balanceTransactionId: null,
    failureBalanceTransactionId: null,
    description: intent.description,
    statementDescriptor: intent.statementDescriptor,
    statementDescriptorSuffix: intent.statementDescriptorSuffix,
    calculatedStatementDescriptor: calculatedDescriptor(intent, context.environment),
    receiptEmail: intent.receiptEmail,
    receiptNumber: null,
    receiptToken: newPublicToken(context.environment.id),
    metadata: intent.metadata,
    shipping: intent.shipping,
    source: method.sourceObject === null ? null : toCustomerSource(method, context.environment),
    fraudDetails: {},
    transferGroup: intent.transferGroup,
    authorizationCode: succeeded ? answer.authorizationCode : null,
    futureDispute: "futureDispute" in answer ? answer.futureDispute : null,
    canceledAt: null,
    holdSteps: null,
  };
}

/** Only cards hold money: a debit that were to be would be captured at once. */
function termsOf(
  intent: PaymentIntentRow,
  { instrument }: PaymentMethodRow,
  { now, environment, offSession = false }: ChargeContext,
): HoldTerms | null {
  if (instrument.type !== "card") return null;
  return holdTerms(intent, instrument.card, { country: environment.country, offSession, now });
}

function outcomeOf(answer: AttemptAnswer): ChargeOutcome {
  const common = {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    reason: null,
    risk_level: answer.risk.level,
    risk_score: answer.risk.score,
    rule: null,
  };
  switch (answer.result) {
    case "declined":
      return {
        ...common,
        advice_code: answer.advice,
        network_decline_code: answer.networkDeclineCode,
        network_status: "declined_by_network",
        reason: answer.declineCode ?? answer.code,
        seller_message: "The bank did not complete this payment.",
        type: "issuer_declined",
      };
    case "blocked":
      return {
        ...common,
        network_status: "not_sent_to_network",
        reason: answer.rule === null ? "highest_risk_level" : "rule",
        rule: answer.rule,
        seller_message: "Comptoir blocked this payment as too risky.",
        type: "blocked",
      };
    default:
      return { ...common, ...accepted(answer) };
  }
}

function accepted(answer: Extract<AttemptAnswer, { result: "succeeded" | "processing" }>) {
  const review = answer.result === "succeeded" ? answer.review : null;
  const { allowedBy: rule = null } = answer;
  return {
    network_status: "approved_by_network" as const,
    rule,
    reason: rule !== null || review === "rule" ? "rule" : review === "manual" ? "elevated_risk_level" : null,
    seller_message: "Payment complete.",
    type: review === null ? ("authorized" as const) : ("manual_review" as const),
  };
}

/** What the cardholder reads: the prefix and the payment's suffix, or the account's descriptor; 22 characters. */
export function calculatedDescriptor(
  intent: Pick<PaymentIntentRow, "statementDescriptor" | "statementDescriptorSuffix">,
  environment: ViewedEnvironment,
): string {
  const whole = intent.statementDescriptorSuffix
    ? `${environment.statementDescriptor.slice(0, 10)}* ${intent.statementDescriptorSuffix}`
    : (intent.statementDescriptor ?? environment.statementDescriptor);
  return whole.toUpperCase().slice(0, 22);
}
