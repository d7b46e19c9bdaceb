import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testCards } from "#lib/processors/simulator/test-cards";
import { aRequest, aSimulator, charge } from "./ask.ts";

describe("3-D Secure", () => {
  const passed = { authentication: "succeeded" } as const;
  const away = { offSession: true } as const;

  test("a card that requires it asks the customer, then is charged as authenticated", async () => {
    expect(await charge("pm_card_authenticationRequired")).toMatchObject({
      result: "requires_action",
      action: "three_d_secure",
    });
    expect(await charge("pm_card_authenticationRequired", passed)).toMatchObject({
      result: "succeeded",
      authentication: { result: "authenticated", flow: "challenge", version: "2.2.0", eci: "05" },
    });
  });

  test("a customer who fails it is not charged", async () => {
    expect(await charge("pm_card_threeDSecure2Required", { authentication: "failed" })).toMatchObject({
      result: "declined",
      code: "payment_intent_authentication_failure",
      authentication: { result: "failed" },
    });
  });

  test("a pass is no promise of money", async () => {
    expect(await charge("pm_card_threeDSecureRequiredChargeDeclined", passed)).toMatchObject({
      code: "card_declined",
      declineCode: "generic_decline",
      authentication: { result: "authenticated" },
    });
    const broke = "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds";
    expect(await charge(broke, passed)).toMatchObject({ declineCode: "insufficient_funds" });
    expect(await charge(broke, away)).toMatchObject({ declineCode: "insufficient_funds" });
  });

  test("with the customer away, a card that requires it is declined", async () => {
    expect(
      await charge("pm_card_authenticationRequired", { ...away, setUpForOffSession: true }),
    ).toMatchObject({
      result: "declined",
      code: "authentication_required",
      declineCode: "authentication_required",
      message: "Your card was declined. This transaction requires authentication.",
    });
  });

  test("a card that was set up, or counts as set up, is charged with the customer away", async () => {
    const onSetup = "pm_card_authenticationRequiredOnSetup";
    expect(await charge(onSetup, away)).toMatchObject({ code: "authentication_required" });
    expect(await charge(onSetup, { ...away, setUpForOffSession: true })).toMatchObject({
      result: "succeeded",
    });
    expect(await charge(onSetup, { setUpForOffSession: true })).toMatchObject({ result: "requires_action" });
    const already = "pm_card_authenticationRequiredSetupForOffSession";
    expect(await charge(already, away)).toMatchObject({ result: "succeeded" });
  });

  test.each([
    ["pm_card_threeDSecureOptional", "requires_action", null],
    ["pm_card_visa", "succeeded", "attempt_acknowledged"],
    ["pm_card_amex", "succeeded", "not_supported"],
    ["pm_card_threeDSecureOptionalProcessingError", "succeeded", "processing_error"],
  ])("asked for on %s: %s", async (id, result, authentication) => {
    const answer = await charge(id, { requestThreeDSecure: "any" });
    expect(answer.result).toBe(result);
    expect(answer.authentication?.result ?? null).toBe(authentication);
    expect(await charge(id)).toMatchObject({ result: "succeeded", authentication: null });
  });

  test("a lookup that fails declines a card that requires it", async () => {
    expect(await charge("pm_card_threeDSecureRequiredProcessingError")).toMatchObject({
      code: "card_declined",
      authentication: { result: "processing_error" },
    });
  });
});

describe("checks", () => {
  const address = { checks: { postalCode: "75001", line1: "1 rue de la Paix" } };

  test.each([
    ["pm_card_visa", { cvc: "pass", postalCode: "pass", line1: "pass" }],
    ["pm_card_cvcCheckFail", { cvc: "fail", postalCode: "pass", line1: "pass" }],
    ["pm_card_avsZipFail", { cvc: "pass", postalCode: "fail", line1: "pass" }],
    ["pm_card_avsLine1Fail", { cvc: "pass", postalCode: "pass", line1: "fail" }],
    ["pm_card_avsFail", { cvc: "pass", postalCode: "fail", line1: "fail" }],
    ["pm_card_avsUnchecked", { cvc: "pass", postalCode: "unavailable", line1: "unavailable" }],
  ])("of %s", async (id, checks) => {
    expect(await charge(id, address)).toMatchObject({ result: "succeeded", checks });
  });

  test("what was not given is not checked", async () => {
    expect((await charge("pm_card_avsFail")).checks).toEqual({ cvc: "pass", postalCode: null, line1: null });
  });
});

describe("risk", () => {
  const bounds = { normal: [0, 64], elevated: [65, 74], highest: [75, 99] };

  test.each([
    ["pm_card_visa", "normal"],
    ["pm_card_riskLevelElevated", "elevated"],
    ["pm_card_riskLevelHighest", "highest"],
    ["pm_card_radarBlock", "highest"],
  ] as const)("%s is of %s risk, with a score within its bounds", async (id, level) => {
    for (const operationId of ["a", "b", "c", "d", "e", "f", "g", "h"]) {
      const { risk } = await charge(id, { operationId });
      expect(risk.level).toBe(level);
      expect(risk.score).toBeGreaterThanOrEqual(bounds[level][0] ?? 0);
      expect(risk.score).toBeLessThanOrEqual(bounds[level][1] ?? 99);
    }
  });

  test("elevated risk asks for a review; the highest is blocked, by the rule or whatever the rules", async () => {
    expect(await charge("pm_card_riskLevelElevated")).toMatchObject({ result: "succeeded", review: "rule" });
    expect(await charge("pm_card_riskLevelHighest")).toMatchObject({ rule: "block_if_high_risk" });
    expect(await charge("pm_card_radarBlock")).toMatchObject({ result: "blocked", rule: null });
  });
});

describe("an operation", () => {
  const reference = fc.constantFrom(...testCards.map((card) => `card:${card.name}`));

  test("is answered the same by another process with the same seed", async () => {
    await fc.assert(
      fc.asyncProperty(reference, fc.string(), async (card, operationId) => {
        const request = { ...aRequest(card), operationId };
        expect(await aSimulator("s").authorize(request)).toEqual(await aSimulator("s").authorize(request));
        const refund = { ...request, asReversal: false };
        expect(await aSimulator("s").refund(refund)).toEqual(await aSimulator("s").refund(refund));
      }),
    );
  });

  test("of another environment is another operation", async () => {
    const simulator = aSimulator();
    const here = await simulator.authorize(aRequest("card:visa"));
    const there = await simulator.authorize({ ...aRequest("card:visa"), environmentId: 2 });
    expect(there).not.toEqual(here);
    expect(there).toMatchObject({ result: "succeeded" });
  });

  test("on an instrument nobody gave out is an error", async () => {
    for (const unknown of ["card:4242424242424242", "card:", "toString:x", ""]) {
      await expect(aSimulator().authorize(aRequest(unknown))).rejects.toThrow(RangeError);
    }
  });
});

test("captures and cancellations succeed", async () => {
  const simulator = aSimulator();
  const operation = { environmentId: 1, chargeId: "ch_1", now: 0 };
  const capture = { ...operation, operationId: "op_c", amount: 100, currency: "eur", final: true };
  expect(await simulator.capture(capture)).toEqual({ result: "succeeded" });
  expect(await simulator.capture(capture)).toEqual({ result: "succeeded" });
  expect(await simulator.cancel({ ...operation, operationId: "op_x" })).toEqual({ result: "succeeded" });
});
