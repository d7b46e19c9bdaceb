import { describe, expect, test } from "vitest";
import type { SetUpRequest } from "#lib/processors/processor";
import { aSimulator, referenceOf } from "./ask.ts";

function setUp(id: string, change: Partial<SetUpRequest> = {}) {
  const simulator = aSimulator();
  return simulator.setUp({
    operationId: "op_1",
    environmentId: 1,
    now: 0,
    reference: referenceOf(simulator, id),
    authentication: "none",
    requestThreeDSecure: "automatic",
    checks: { postalCode: null, line1: null },
    ...change,
  });
}

describe("readying a card for later payments", () => {
  test.each([
    ["pm_card_visa", "succeeded"],
    ["pm_card_authenticationRequiredOnSetup", "requires_action"],
    ["pm_card_authenticationRequired", "requires_action"],
    ["pm_card_chargeDeclined", "declined"],
    // Refuses only once it is charged.
    ["pm_card_chargeCustomerFail", "succeeded"],
    ["pm_usBankAccount_success", "succeeded"],
  ])("%s: %s", async (id, result) => {
    expect(await setUp(id)).toMatchObject({ result });
  });

  test("goes on after its holder passed, and ends where they failed", async () => {
    const card = "pm_card_authenticationRequiredOnSetup";
    expect(await setUp(card, { authentication: "succeeded" })).toMatchObject({
      result: "succeeded",
      authentication: { result: "authenticated", flow: "challenge" },
    });
    expect(await setUp(card, { authentication: "failed" })).toMatchObject({
      result: "declined",
      authentication: { result: "failed" },
    });
  });
});
