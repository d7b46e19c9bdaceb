import { type TestCard, visaCard } from "./test-card.ts";

/** Cards the fraud screen sees something in, and those whose checks fail. */
export const cardsAtRisk: readonly TestCard[] = [
  visaCard("radarBlock", "4100000000000019", { risk: "highest", blocked: "always" }, [
    "radarBlock",
    "chargeDeclinedFraudulent",
    "visa_chargeDeclinedFraudulent",
  ]),
  visaCard("riskLevelHighest", "4000000000004954", { risk: "highest", blocked: "rule" }),
  visaCard("riskLevelElevated", "4000000000009235", { risk: "elevated" }),
  visaCard("highFraudDisputeScore", "4000008400000407", { risk: "elevated" }),
  visaCard("highEfwScore", "4000008400000159", { risk: "elevated" }),
  // These three act only on controls of the fraud screen that are off unless somebody turns them on.
  visaCard("radarDynamicRiskThreshold", "4000008400001017", {}),
  visaCard("freeTrialAbuseBlock", "4001858821843804", {}),
  visaCard("adaptive3dsChallenge", "4000008405600003", { authentication: "optional" }),
  visaCard("cvcCheckFail", "4000000000000101", { cvc: "fail" }),
  visaCard("avsZipFail", "4000000000000036", { postalCode: "fail" }),
  visaCard("cvcCheckFailElevatedRisk", "4000058400307872", { cvc: "fail", risk: "elevated" }),
  visaCard("avsZipFailElevatedRisk", "4000058400306072", { postalCode: "fail", risk: "elevated" }),
  visaCard("avsLine1Fail", "4000000000000028", { line1: "fail" }),
  visaCard("avsFail", "4000000000000010", { postalCode: "fail", line1: "fail" }),
  visaCard("avsUnchecked", "4000000000000044", { postalCode: "unavailable", line1: "unavailable" }),
  visaCard("captcha", "4000000000001208", {}, []),
  visaCard("captcha_second", "4000000000003725", {}, []),
];
