import fc from "fast-check";
import { expect, test } from "vitest";
import { exponent, supportedCurrencies } from "#lib/currencies";
import { divide, shift } from "#lib/ledger/decimal";
import { convert } from "#lib/ledger/exchange-rates";

const currency = fc.constantFrom(...supportedCurrencies);
const amount = fc.integer({ min: 0, max: 999_999_999 });

test.each([
  [1000, "eur", "usd", 1160, "1.16"],
  [1000, "usd", "eur", 862, "0.862068965517"],
  [1000, "eur", "jpy", 1710, "171"],
  [1000, "jpy", "eur", 585, "0.005847953216"],
  [1000, "eur", "kwd", 3540, "0.354"],
  [500, "chf", "chf", 500, "1"],
])("%i %s in %s is %i, at %s", (given, from, to, received, rate) => {
  expect(convert(given, from, to)).toEqual({ amount: received, rate });
});

test("an amount is exactly its rate's worth, a half rounded up, in whichever decimals the currencies have", () => {
  fc.assert(
    fc.property(amount, currency, currency, (given, from, to) => {
      const { amount: received, rate } = convert(given, from, to);
      const [whole = "", fraction = ""] = rate.split(".");
      const decimals = fraction.length + exponent(from) - exponent(to);
      const exact = BigInt(given) * BigInt(whole + fraction);
      const up = decimals > 0 ? 10n ** BigInt(decimals) : 1n;
      const down = decimals < 0 ? 10n ** BigInt(-decimals) : 1n;
      expect(BigInt(received)).toBe((2n * exact * down + up) / (2n * up));
    }),
  );
});

test("every currency has a rate that is worth something, both ways", () => {
  for (const one of supportedCurrencies) {
    expect(Number(convert(1, "eur", one).rate)).toBeGreaterThan(0);
    expect(Number(convert(1, one, "eur").rate)).toBeGreaterThan(0);
    expect(convert(1234, one, one)).toEqual({ amount: 1234, rate: "1" });
  }
});

test("a currency that cannot be charged has no rate", () => {
  expect(() => convert(100, "eur", "xxx")).toThrow(RangeError);
  expect(() => convert(100, "EUR", "usd")).toThrow(RangeError);
});

test("decimals are moved and divided exactly", () => {
  expect(shift("1.5", -2)).toBe("0.015");
  expect(shift("0.0058", 2)).toBe("0.58");
  expect(shift("12", 3)).toBe("12000");
  expect(divide("1", "8", 2)).toBe("0.13");
  expect(divide("655.957", "1.16", 4)).toBe("565.4802");
  expect(() => shift("1,5", 1)).toThrow(RangeError);
  expect(() => shift("-1", 1)).toThrow(RangeError);
});
