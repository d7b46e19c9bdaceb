import { describe, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/viewer";
import type { Currency } from "#lib/currencies";
import { isDomainError } from "#lib/errors";
import { createExternalAccount } from "#lib/external-accounts/create-external-account";
import { locales } from "#lib/i18n/locale";
import { cancelPayout } from "#lib/payouts/cancel-payout";
import { createPayout, type PayoutInput } from "#lib/payouts/create-payout";
import { reversePayout } from "#lib/payouts/reverse-payout";
import { cancelTopup } from "#lib/topups/cancel-topup";
import { createTopup } from "#lib/topups/create-topup";
import { aBankAccount, aBusinessWithMoney, daysLater, money } from "#tests/support/payouts";
import {
  bankAccountRefusals,
  payoutRefusals,
  topupRefusals,
} from "../../app/[environment]/balances/refusals";
import { stateOfError } from "../../app/_server/form-answer";
import { type FormWords, inWordsOf } from "../../app/_server/in-words-of";

/** What a form with these fields says of a refusal: beside a field, or above. In no language as the API says it. */
async function said(words: FormWords, fields: string[], act: () => Promise<unknown>) {
  const refusal = await inWordsOf(words, act).catch((error: unknown) => error);
  if (!isDomainError(refusal)) throw refusal;
  const values = Object.fromEntries(fields.map((field) => [field, [""]]));
  const states = locales.map((locale) => stateOfError({ locale }, values, refusal.facts, refusal.message));
  const texts = states.map(({ errors, problem }) => errors[0]?.message ?? problem);
  expect(new Set([...texts, refusal.message]).size).toBe(locales.length + 1);
  return { field: states[0]?.errors[0]?.field ?? null, text: texts[0] };
}

describe("what the core refuses is said in the person's language, beside the field that can be changed", () => {
  const fields = ["currency", "amount", "destination", "method", "description"];
  const payOut = (viewer: Viewer, input: Partial<PayoutInput> & { currency: Currency }) =>
    said(payoutRefusals, fields, () => createPayout(viewer, { amount: 1_000, ...input }));

  test("of a payout", async () => {
    const { viewer } = await aBusinessWithMoney({ amount: 5_000_000 });
    const eur = { currency: "eur" } as const;
    expect(await payOut(viewer, { ...eur, amount: 9_000_000 })).toMatchObject({
      field: "amount",
      text: expect.stringContaining("There is not this much"),
    });
    expect(await payOut(viewer, { ...eur, amount: 999_901, method: "instant" })).toMatchObject({
      field: "amount",
      text: expect.stringContaining("at most 9,999"),
    });
    await aBankAccount(viewer, { country: "HU" });
    await money(viewer, 1_000_000, "huf");
    expect(await payOut(viewer, { currency: "huf", amount: 1_050 })).toMatchObject({ field: "amount" });
    expect(await payOut(viewer, { currency: "huf", method: "instant" })).toMatchObject({ field: "method" });
  });

  test("of one to an account that is stopped, or that is not reached at once", async () => {
    const world = await aBusinessWithMoney({ country: "US", currency: "usd" });
    const { id: destinationId } = await aBankAccount(world.viewer, { number: "000111111116" });
    const input = { currency: "usd", destinationId } as const;
    expect(await payOut(world.viewer, { ...input, method: "instant" })).toMatchObject({ field: "method" });
    await createPayout(world.viewer, { ...input, amount: 1_000 });
    const { viewer } = await daysLater(world, 3);
    expect(await payOut(viewer, input)).toMatchObject({
      field: "destination",
      text: expect.stringContaining("resume its payouts"),
    });
  });

  test("of a top-up that no bank account can be debited for", async () => {
    const { viewer } = await aBusinessWithMoney({ amount: 0 });
    const topUp = (currency: Currency) => createTopup(viewer, { amount: 1_000, currency, way: "debit" });
    expect(await topUp("eur")).toMatchObject({ status: "pending", reference: expect.any(String) });
    const form = ["amount", "currency", "way", "description"];
    expect(await said(topupRefusals, form, () => topUp("usd"))).toMatchObject({ field: "way" });
  });

  test("of what has moved on since its page was shown", async () => {
    const world = await aBusinessWithMoney();
    const payout = await createPayout(world.viewer, { amount: 1_000, currency: "eur" });
    const topup = await createTopup(world.viewer, { amount: 1_000, currency: "eur", way: "transfer" });
    const { viewer } = await daysLater(world, 3);
    const acts = [
      () => said(payoutRefusals, ["payout"], () => cancelPayout(viewer, payout.id)),
      () => said(payoutRefusals, ["payout"], () => reversePayout(viewer, payout.id, undefined)),
      () => said(topupRefusals, ["topup"], () => cancelTopup(viewer, topup.id)),
    ];
    for (const act of acts) {
      expect(await act()).toMatchObject({ field: null, text: expect.stringContaining("has moved on") });
    }
  });

  test.each([
    ["number", { country: "FR", accountNumber: "FR761234" }],
    ["number", { country: "GB", accountNumber: "99999999" }],
    ["routing", { country: "US", accountNumber: "000123456789" }],
    ["routing", { country: "US", accountNumber: "000123456789", routingNumber: "021000021" }],
    [
      "currency",
      { country: "US", accountNumber: "000123456789", routingNumber: "110000000", currency: "jpy" },
    ],
  ])("of a bank account, beside its %s", async (field, bankAccount) => {
    const { viewer } = await aBusinessWithMoney({ amount: 0 });
    const add = () => createExternalAccount(viewer, { bankAccount });
    const sent = ["country", "currency", "holder", "number", "routing"];
    expect(await said(bankAccountRefusals, sent, add)).toMatchObject({ field });
  });
});
