import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentedFees } from "#lib/ledger/fee-table";
import { type FeeQuestion, feeFor, feeTableFor } from "#lib/ledger/fees";

const french = feeTableFor({ country: "FR", feeOverrides: null });

function fee(change: Partial<FeeQuestion>) {
  const question: FeeQuestion = {
    table: french,
    method: "card",
    cardCountry: "FR",
    amount: 2500,
    currency: "eur",
    converted: false,
  };
  return feeFor({ ...question, ...change }).amount;
}

const table = (country: string) => feeTableFor({ country, feeOverrides: null });

describe("25.00 costs", () => {
  test.each<[string, Partial<FeeQuestion>, number]>([
    ["a European card, 1.5% + 0.25", {}, 63],
    ["a British card in France, 2.5% + 0.25", { cardCountry: "GB" }, 88],
    ["an American card in France, 3.25% + 0.25", { cardCountry: "US" }, 106],
    ["a card of unknown origin, as the account's own", { cardCountry: null }, 63],
    ["a SEPA debit, 0.35", { method: "sepa_debit" }, 35],
    ["an American card converted, 2% more", { cardCountry: "US", converted: true }, 156],
    ["a British card in London, 1.5% + 0.20", { table: table("GB"), cardCountry: "GB", currency: "gbp" }, 58],
    ["a French card in London, 2.5% + 0.20", { table: table("GB"), currency: "gbp" }, 83],
    [
      "an American card in New York, 2.9% + 0.30",
      { table: table("US"), cardCountry: "US", currency: "usd" },
      103,
    ],
    ["a French card in New York, 4.4% + 0.30", { table: table("US"), currency: "usd" }, 140],
    ["a Swiss card in Geneva, 2.9% + 0.30", { table: table("CH"), cardCountry: "CH", currency: "chf" }, 103],
    [
      "a Brazilian card in Brazil, as American ones at home",
      { table: table("BR"), cardCountry: "BR", currency: "usd" },
      103,
    ],
  ])("%s", (_, change, expected) => expect(fee(change)).toBe(expected));
});

test("yen have no fixed part and no decimals", () => {
  expect(fee({ table: table("JP"), cardCountry: "JP", amount: 1000, currency: "jpy" })).toBe(36);
});

test("a debit of an American bank costs 0.8%, and never more than 5.00", () => {
  const debit = { table: table("US"), method: "us_bank_account", currency: "usd" } as const;
  expect(fee({ ...debit, amount: 10_000 })).toBe(80);
  expect(fee({ ...debit, amount: 62_500 })).toBe(500);
  expect(fee({ ...debit, amount: 1_000_000 })).toBe(500);
});

test("a fixed part is converted when the account settles in another currency", () => {
  const inDollars = feeFor({
    table: french,
    method: "sepa_debit",
    cardCountry: null,
    amount: 2500,
    currency: "usd",
    converted: false,
  });
  expect(inDollars).toMatchObject({ amount: 41, details: [{ amount: 41, currency: "usd" }] });
});

test("an account's own rates replace the documented ones, entry by entry", () => {
  const own = feeTableFor({
    country: "FR",
    feeOverrides: {
      card_domestic: { percent: "1.2", fixed: 10 },
      us_bank_account: { percent: "1", fixed: 0 },
    },
  });
  expect(fee({ table: own })).toBe(40);
  expect(fee({ table: own, cardCountry: "US" })).toBe(106);
  expect(fee({ table: own, method: "us_bank_account", amount: 100_000 })).toBe(1000);
});

test("the details name each component and add up", () => {
  const question = {
    table: french,
    method: "card",
    cardCountry: "US",
    amount: 2500,
    currency: "eur",
  } as const;
  expect(feeFor({ ...question, converted: true }).details).toEqual([
    { amount: 106, application: null, currency: "eur", description: "Processing fees", type: "stripe_fee" },
    {
      amount: 50,
      application: null,
      currency: "eur",
      description: "Currency conversion fee",
      type: "stripe_fee",
    },
  ]);
});

test("no fee leaves its documented bounds", () => {
  const method = fc.constantFrom("card", "sepa_debit", "us_bank_account");
  const country = fc.constantFrom("FR", "DE", "GB", "US", "CH", "JP", "BR");
  const cardCountry = fc.constantFrom("FR", "GB", "US", "CH", "JP", "BR", null);
  const amount = fc.integer({ min: 1, max: 99_999_999 });
  fc.assert(
    fc.property(
      method,
      country,
      cardCountry,
      amount,
      fc.boolean(),
      (method, country, card, amount, converted) => {
        const { rates, currency } = documentedFees(country);
        const { amount: total, details } = feeFor({
          table: documentedFees(country),
          method,
          cardCountry: card,
          amount,
          currency,
          converted,
        });
        expect(Number.isSafeInteger(total) && total >= 0).toBe(true);
        expect(details.reduce((sum, detail) => sum + detail.amount, 0)).toBe(total);
        const fixed = Math.max(...Object.values(rates).map((rate) => rate.fixed));
        expect(total).toBeLessThanOrEqual(Math.ceil(amount * (0.044 + 0.02)) + fixed + 1);
        const cap = method === "card" ? undefined : rates[method].cap;
        if (cap !== undefined && !converted) expect(total).toBeLessThanOrEqual(cap);
      },
    ),
  );
});

test("a bigger payment never costs less", () => {
  const amount = fc.integer({ min: 1, max: 10_000_000 });
  fc.assert(
    fc.property(amount, amount, (one, other) => {
      const [less, more] = one < other ? [one, other] : [other, one];
      expect(fee({ amount: less })).toBeLessThanOrEqual(fee({ amount: more }));
    }),
  );
});
