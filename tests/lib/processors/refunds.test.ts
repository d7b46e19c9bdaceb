import { expect, test } from "vitest";
import { aSimulator, now, referenceOf } from "./ask.ts";

const refund = (id: string, asReversal: "reversal" | "refund" = "refund") => {
  const simulator = aSimulator();
  return simulator.refund({
    operationId: "op_refund",
    environmentId: 1,
    reference: referenceOf(simulator, id),
    amount: 1000,
    currency: "eur",
    asReversal: asReversal === "reversal",
    now,
  });
};

test("a refund to a card succeeds at once, with the number the bank finds it by", async () => {
  const answer = await refund("pm_card_visa");
  expect(answer).toMatchObject({ result: "succeeded", type: "refund", later: null });
  expect(answer).toHaveProperty("referenceNumber", expect.stringMatching(/^7\d{22}$/));
});

test("within the cancel window it leaves as a reversal, without a number", async () => {
  expect(await refund("pm_card_visa", "reversal")).toEqual({
    result: "succeeded",
    type: "reversal",
    referenceNumber: null,
    referenceType: null,
    later: null,
  });
});

test("one card's refunds wait before they succeed", async () => {
  const answer = await refund("pm_card_pendingRefund", "reversal");
  expect(answer).toMatchObject({ result: "pending", later: { result: "succeeded" } });
  expect(answer.result === "pending" && answer.later && answer.later.at > now).toBe(true);
});

test("another's succeed first and come back later", async () => {
  expect(await refund("pm_card_refundFail")).toMatchObject({
    result: "succeeded",
    later: { result: "failed", reason: "expired_or_canceled_card" },
  });
});

test("a bank takes a moment", async () => {
  expect(await refund("pm_sepaDebit_success_fr")).toMatchObject({
    result: "pending",
    later: { result: "succeeded" },
  });
});

test("the same refund is answered the same", async () => {
  expect(await refund("pm_card_visa")).toEqual(await refund("tok_visa"));
});
