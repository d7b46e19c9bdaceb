import { describe, expect, test } from "vitest";
import { isCardNumber } from "#lib/processors/simulator/card-number";
import { cardIds, testCards } from "#lib/processors/simulator/test-cards";
import { aRequest, aSimulator, charge, now, referenceOf } from "./ask.ts";

/** The documented cards that do not simply succeed, and what comes of charging them. */
const outcomes: [id: string, last4: string, outcome: string][] = [
  ["pm_card_visa_chargeDeclined", "0002", "card_declined generic_decline"],
  ["pm_card_chargeDeclined", "0002", "card_declined generic_decline"],
  ["tok_chargeDeclined", "0002", "card_declined generic_decline"],
  ["pm_card_visa_chargeDeclinedInsufficientFunds", "9995", "card_declined insufficient_funds"],
  ["tok_chargeDeclinedInsufficientFunds", "9995", "card_declined insufficient_funds"],
  ["tok_visa_debit_chargeDeclinedInsufficientFunds", "9995", "card_declined insufficient_funds"],
  ["pm_card_visa_chargeDeclinedLostCard", "9987", "card_declined lost_card"],
  ["pm_card_visa_chargeDeclinedStolenCard", "9979", "card_declined stolen_card"],
  ["pm_card_chargeDeclinedExpiredCard", "0069", "expired_card expired_card"],
  ["tok_visa_chargeDeclinedExpiredCard", "0069", "expired_card expired_card"],
  ["pm_card_chargeDeclinedIncorrectCvc", "0127", "incorrect_cvc incorrect_cvc"],
  ["pm_card_chargeDeclinedProcessingError", "0119", "processing_error processing_error"],
  ["pm_card_visa_chargeDeclinedVelocityLimitExceeded", "6975", "card_declined card_velocity_exceeded"],
  ["pm_card_chargeCustomerFail", "0341", "card_declined generic_decline"],
  ["tok_visa_chargeCustomerFailLostCard", "0341", "card_declined lost_card"],
  ["tok_visa_chargeCustomerFailStolenCard", "0341", "card_declined stolen_card"],
  ["pm_card_radarBlock", "0019", "blocked"],
  ["pm_card_chargeDeclinedFraudulent", "0019", "blocked"],
  ["pm_card_riskLevelHighest", "4954", "blocked"],
  ["pm_card_authenticationRequiredOnSetup", "3155", "requires_action"],
  ["pm_card_authenticationRequired", "3184", "requires_action"],
  ["pm_card_authenticationRequiredSetupForOffSession", "0446", "requires_action"],
  ["pm_card_authenticationRequiredChargeDeclinedInsufficientFunds", "3178", "requires_action"],
  ["pm_card_threeDSecure2Required", "3220", "requires_action"],
  ["tok_threeDSecure2Required", "3220", "requires_action"],
  ["pm_card_threeDSecureRequired", "3063", "requires_action"],
  ["pm_card_threeDSecureRequiredChargeDeclined", "1629", "requires_action"],
  ["pm_card_threeDSecureRequiredProcessingError", "1280", "card_declined generic_decline"],
];

/** Typed numbers without ids, and what comes of charging them. */
const typedOnly: Record<string, string> = {
  "4000008400000027": "requires_action",
  "4000000032200000": "succeeded",
  "4000582600000094": "requires_action",
  "4000582600000045": "requires_action",
  "4000582600000102": "requires_action",
  "4000582600000110": "requires_action",
  "4000000000001208": "succeeded",
  "6205500000000000004": "succeeded",
  "36227206271667": "succeeded",
};

test.each(outcomes)("%s is the card ending in %s: %s", async (id, last4, outcome) => {
  expect(aSimulator().wellKnown(id)?.last4).toBe(last4);
  const answer = await charge(id);
  expect(answer.result === "declined" ? `${answer.code} ${answer.declineCode}` : answer.result).toBe(outcome);
});

const special = new Set(outcomes.map(([id]) => aSimulator().wellKnown(id)?.reference));
const accepted = testCards.filter((card) => !special.has(`card:${card.name}`));

test.each(accepted.flatMap(cardIds))("%s is accepted", async (id) => {
  expect((await charge(id)).result).toBe("succeeded");
});

test.each(Object.entries(typedOnly))("the card typed as %s: %s", async (number, result) => {
  const simulator = aSimulator();
  const vaulted = await simulator.vault({ type: "card", number, expMonth: 12, expYear: 34 }, now);
  if (!vaulted.ok) throw new Error(vaulted.message);
  expect((await simulator.authorize(aRequest(vaulted.instrument.reference))).result).toBe(result);
});

describe("every card of the table", () => {
  test.each(testCards.map((card) => [card.name, card] as const))("%s is a whole card", (name, card) => {
    expect(isCardNumber(card.number)).toBe(true);
    expect(card.country).toMatch(/^[A-Z]{2}$/);
    for (const id of cardIds(card)) expect(aSimulator().wellKnown(id)?.reference).toBe(`card:${name}`);
  });

  test("has a name, a number and ids of its own", () => {
    const typed = testCards.filter((card) => !card.byIdOnly);
    expect(new Set(testCards.map((card) => card.name)).size).toBe(testCards.length);
    expect(new Set(typed.map((card) => card.number)).size).toBe(typed.length);
    const ids = testCards.flatMap(cardIds);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test("a country's id leads to a card issued there", () => {
  for (const country of ["fr", "de", "gb", "jp", "br", "us", "au", "th"]) {
    const instrument = aSimulator().wellKnown(`pm_card_${country}`);
    expect(instrument).toMatchObject({ card: { country: country.toUpperCase(), brand: "visa" } });
  }
});

test("co-branded cards name both networks, and brands are displayed in full", () => {
  const simulator = aSimulator();
  expect(simulator.wellKnown("pm_card_visa_cartesBancaires")).toMatchObject({
    card: { brand: "visa", country: "FR", networks: ["cartes_bancaires", "visa"] },
  });
  expect(simulator.wellKnown("pm_card_amex")).toMatchObject({
    card: { brand: "amex", displayBrand: "american_express", threeDSecureSupported: false },
  });
});

test("what is no test id leads nowhere", () => {
  const simulator = aSimulator();
  for (const id of ["pm_card_nonsense", "tok_", "pm_1Nc7", "__proto__", "constructor"]) {
    expect(simulator.wellKnown(id)).toBeNull();
  }
});

test.each([
  ["pm_card_visa", null],
  ["pm_card_createDispute", "fraudulent"],
  ["pm_card_createDisputeProductNotReceived", "product_not_received"],
  ["pm_card_createDisputeInquiry", "inquiry"],
  ["pm_card_createIssuerFraudRecord", "early_fraud_warning"],
  ["pm_card_createMultipleDisputes", "multiple_disputes"],
  ["pm_card_createComplianceDispute", "noncompliant"],
])("%s succeeds and brings: %s", async (id, dispute) => {
  expect(await charge(id)).toMatchObject({ result: "succeeded", futureDispute: dispute });
});

test("only the bypass cards bring their money at once", async () => {
  expect(await charge("pm_card_bypassPending")).toMatchObject({ availableAtOnce: true });
  expect(await charge("tok_bypassPendingInternational")).toMatchObject({ availableAtOnce: true });
  expect(await charge("pm_card_visa")).toMatchObject({ availableAtOnce: false });
});

describe("saving a card to a customer", () => {
  const verify = (id: string) => {
    const simulator = aSimulator();
    const checks = { postalCode: "75001", line1: null };
    return simulator.verify({ reference: referenceOf(simulator, id), checks });
  };

  test("asks the bank, which declines the cards that decline", async () => {
    expect(await verify("pm_card_chargeDeclinedInsufficientFunds")).toMatchObject({
      result: "declined",
      code: "card_declined",
      declineCode: "insufficient_funds",
      message: "Your card has insufficient funds.",
    });
  });

  test("succeeds with the card that declines afterwards", async () => {
    expect(await verify("pm_card_chargeCustomerFail")).toMatchObject({ result: "verified" });
  });

  test("checks what was given", async () => {
    expect(await verify("pm_card_visa")).toEqual({
      result: "verified",
      checks: { cvc: "pass", postalCode: "pass", line1: null },
    });
  });
});
