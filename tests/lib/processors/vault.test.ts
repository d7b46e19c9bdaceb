import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { VaultInput } from "#lib/processors/processor";
import { isCardNumber } from "#lib/processors/simulator/card-number";
import { cardNumbered } from "#lib/processors/simulator/test-cards";
import { aRequest, aSimulator, now } from "./ask.ts";

type Typed = Partial<Extract<VaultInput, { type: "card" }>>;

const vaultCard = (typed: Typed) =>
  aSimulator().vault(
    { type: "card", number: "4242424242424242", expMonth: 12, expYear: 2034, cvc: "123", ...typed },
    now,
  );

test("a test card is kept under its name, as people type it", async () => {
  const vaulted = await vaultCard({ number: "4242 4242-4242 4242", expYear: 34 });
  expect(vaulted).toMatchObject({
    ok: true,
    instrument: {
      reference: "card:visa",
      last4: "4242",
      card: {
        brand: "visa",
        country: "US",
        funding: "credit",
        expMonth: 12,
        expYear: 2034,
        cvcProvided: true,
      },
    },
  });
});

test("the same card has the same fingerprint, another card another", async () => {
  const fingerprint = async (typed: Typed) => {
    const vaulted = await vaultCard(typed);
    return vaulted.ok && vaulted.instrument.fingerprint;
  };
  expect(await fingerprint({})).toBe(await fingerprint({ expMonth: 1, cvc: undefined }));
  expect(await fingerprint({})).toBe(aSimulator().wellKnown("tok_visa")?.fingerprint);
  expect(await fingerprint({})).not.toBe(await fingerprint({ number: "5555555555554444" }));
  expect(await fingerprint({})).toMatch(/^[0-9a-z]{16}$/);
});

describe("what was typed wrong is named", () => {
  test.each<[string, Typed, string, string]>([
    ["a wrong digit", { number: "4242424242424241" }, "incorrect_number", "number"],
    ["too few digits", { number: "42424242420" }, "incorrect_number", "number"],
    ["letters", { number: "4242 4242 4242 424x" }, "invalid_number", "number"],
    ["nothing", { number: "" }, "invalid_number", "number"],
    ["month 13", { expMonth: 13 }, "invalid_expiry_month", "exp_month"],
    ["month 0", { expMonth: 0 }, "invalid_expiry_month", "exp_month"],
    ["last year", { expYear: 2025 }, "invalid_expiry_year", "exp_year"],
    ["the year 95", { expYear: 95 }, "invalid_expiry_year", "exp_year"],
    ["a year too far", { expYear: 2077 }, "invalid_expiry_year", "exp_year"],
    ["last month", { expMonth: 4, expYear: 2026 }, "invalid_expiry_month", "exp_month"],
    ["two digits of code", { cvc: "99" }, "invalid_cvc", "cvc"],
    ["four digits of code", { cvc: "1234" }, "invalid_cvc", "cvc"],
  ])("%s", async (_, typed, code, param) => {
    expect(await vaultCard(typed)).toMatchObject({ ok: false, code, param });
  });

  test("this month is still good, and an American Express code has four digits", async () => {
    expect(await vaultCard({ expMonth: 5, expYear: 26 })).toMatchObject({ ok: true });
    expect(await vaultCard({ number: "378282246310005", cvc: "1234" })).toMatchObject({ ok: true });
  });
});

test("a card that is not a test card is refused, and nothing of it is repeated", async () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 11, maxLength: 18 });
  await fc.assert(
    fc.asyncProperty(digits, async (drawn) => {
      const number = withCheckDigit(drawn.join(""));
      fc.pre(isCardNumber(number) && cardNumbered(number) === undefined);
      const refused = await vaultCard({ number });
      expect(refused).toMatchObject({ ok: false, code: "card_declined", declineCode: "test_mode_live_card" });
      expect(JSON.stringify(refused)).not.toContain(number);
    }),
  );
});

function withCheckDigit(payload: string): string {
  const digit = [..."0123456789"].find((candidate) => isCardNumber(payload + candidate));
  return payload + (digit ?? "");
}

test("no instrument carries its number", async () => {
  const vaulted = await vaultCard({});
  expect(JSON.stringify(vaulted)).not.toContain("424242424242");
  const iban = await aSimulator().vault({ type: "sepa_debit", iban: "DE89 3704 0044 0532 0130 00" }, now);
  expect(iban).toMatchObject({
    ok: true,
    instrument: { last4: "3000", sepaDebit: { bankCode: "37040044" } },
  });
  expect(JSON.stringify(iban)).not.toContain("0532013000");
});

test("without its security code no check of it can fail", async () => {
  const simulator = aSimulator();
  const incorrect = { type: "card", number: "4000000000000127", expMonth: 12, expYear: 2034 } as const;
  const without = await simulator.vault(incorrect, now);
  if (!without.ok) throw new Error(without.message);
  const answer = await simulator.authorize(aRequest(without.instrument.reference));
  expect(answer).toMatchObject({ result: "succeeded", checks: { cvc: null } });
});

test.each([
  ["DE89370400440532013001", "invalid_bank_account_iban"],
  ["nonsense", "invalid_bank_account_iban"],
  ["FR2620041010050000000055555", "sepa_debit_bank_not_supported"],
  ["FR5020041010050000000066666", "sepa_debit_debits_not_supported"],
  ["FR7630006000011234567890189", "account_number_invalid"],
])("the IBAN %s is refused: %s", async (iban, code) => {
  const refused = await aSimulator().vault({ type: "sepa_debit", iban }, now);
  expect(refused).toMatchObject({ ok: false, code, param: "sepa_debit[iban]" });
});

test("only the test bank's accounts are accepted in the United States", async () => {
  const holder = { type: "us_bank_account", accountHolderType: "company", accountType: "savings" } as const;
  const vault = (routingNumber: string, accountNumber: string) =>
    aSimulator().vault({ ...holder, routingNumber, accountNumber }, now);
  expect(await vault("110000000", "000123456789")).toMatchObject({
    ok: true,
    instrument: {
      reference: "us_bank_account:success",
      last4: "6789",
      usBankAccount: { routingNumber: "110000000", accountHolderType: "company", accountType: "savings" },
    },
  });
  expect(await vault("021000021", "000123456789")).toMatchObject({
    ok: false,
    code: "routing_number_invalid",
  });
  expect(await vault("110000000", "123456")).toMatchObject({ ok: false, code: "account_number_invalid" });
});
