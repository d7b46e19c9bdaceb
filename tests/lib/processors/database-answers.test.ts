import { beforeAll, expect, test } from "vitest";
import { databaseAnswers } from "#lib/processors/simulator/database-answers";
import { createSimulator } from "#lib/processors/simulator/simulator";
import { testCards } from "#lib/processors/simulator/test-cards";
import { testUsAccounts } from "#lib/processors/simulator/test-us-accounts";
import { useTestDatabase } from "#tests/support/test-database";
import { aRequest, now } from "./ask.ts";

beforeAll(useTestDatabase);

const aSimulator = () => createSimulator({ answers: databaseAnswers });

test("every kind of answer is told again by a simulator that starts afresh", async () => {
  const references = [
    ...testCards.map((card) => `card:${card.name}`),
    ...testUsAccounts.map((account) => `us_bank_account:${account.name}`),
    "sepa_debit:failedDelayed_fr",
  ];
  for (const reference of references) {
    const charge = { ...aRequest(reference), operationId: `op_charge_${reference}` };
    const refund = { ...charge, operationId: `op_refund_${reference}`, asReversal: false };
    const first = [await aSimulator().authorize(charge), await aSimulator().refund(refund)];
    const later = { now: now + 86_400_000 };
    const again = [
      await aSimulator().authorize({ ...charge, ...later }),
      await aSimulator().refund({ ...refund, ...later }),
    ];
    expect(again).toEqual(first);
  }
});

test("the first answer kept is the one that stays, and each environment has its own", async () => {
  await databaseAnswers.save(1, "op_kept", "capture", { result: "succeeded" });
  await databaseAnswers.save(1, "op_kept", "capture", { result: "failed" });
  expect(await databaseAnswers.find(1, "op_kept")).toEqual({ result: "succeeded" });
  expect(await databaseAnswers.find(2, "op_kept")).toBeNull();
});

test("calls at the same moment for the same operation get the same answer", async () => {
  const simulator = aSimulator();
  const request = { ...aRequest("card:visa"), operationId: "op_at_once" };
  const answers = await Promise.all(Array.from({ length: 12 }, () => simulator.authorize(request)));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});
