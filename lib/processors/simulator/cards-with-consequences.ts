import type { FutureDispute } from "../processor.ts";
import { type TestCard, visaCard } from "./test-card.ts";

const disputed = (name: string, number: string, dispute: FutureDispute): TestCard =>
  visaCard(name, number, { dispute });

const mastercard = (card: TestCard): TestCard => ({ ...card, brand: "mastercard" });

/** Cards that are accepted and then bring a dispute, a refund that takes its time, or money at once. */
export const cardsWithConsequences: readonly TestCard[] = [
  disputed("createDispute", "4000000000000259", "fraudulent"),
  disputed("createDisputeProductNotReceived", "4000000000002685", "product_not_received"),
  disputed("createDisputeInquiry", "4000000000001976", "inquiry"),
  disputed("createIssuerFraudRecord", "4000000000005423", "early_fraud_warning"),
  disputed("createMultipleDisputes", "4000000404000079", "multiple_disputes"),
  disputed("createCe3EligibleDispute", "4000000404000038", "compelling_evidence"),
  disputed("createComplianceDispute", "4000008400000779", "noncompliant"),
  mastercard(disputed("createMastercardComplianceDispute", "5105008400000002", "noncompliant")),
  disputed("createAutoRepresentmentEligibleDispute", "4000000001000043", "fraudulent"),
  disputed("createRapidDisputeResolutionDispute", "4000000404004816", "fraudulent"),
  disputed("createCe3BlockDispute", "4000000404005649", "fraudulent"),
  mastercard(disputed("createEthocaAlert", "5105000300000018", "fraudulent")),
  visaCard("pendingRefund", "4000000000007726", { refund: "succeeds_later" }),
  visaCard("refundFail", "4000000000005126", { refund: "fails_later" }),
  visaCard("bypassPending", "4000000000000077", { availableAtOnce: true }),
  {
    ...visaCard("bypassPendingInternational", "4000003720000278", { availableAtOnce: true }),
    country: "IE",
  },
  {
    ...visaCard("debit_incrementalAuthAuthorized", "4000058400000063", {}),
    funding: "debit",
  },
  visaCard("credit_disableEnterpriseCardFeatures", "4000008400000076", { increment: "declined" }),
  visaCard("domesticPricing", "4000000000000093", {}),
];
