import { type Currency, exponent } from "#lib/currencies";

export {
  type Currency,
  chargeStep,
  currencyOf,
  exponent,
  isCurrency,
  maximumCharge,
  minimumCharge,
  payable,
  payoutStep,
  supportedCurrencies,
} from "#lib/currencies";

/** The most that one amount may be, in minor units. */
export const mostAmount = 999_999_999_999;

export type Money = { amount: number; currency: Currency };

export type ParsedAmount =
  | { ok: true; amount: number }
  | { ok: false; reason: "empty" | "not_a_number" | "negative" | "too_many_decimals" | "too_large" };

/** `amount` in minor units as a plain decimal in major units: `{1250, eur}` is "12.50", `{-5, jpy}` is "-5". */
export function toDecimalString({ amount, currency }: Money): string {
  assertMinorUnits(amount);
  const decimals = exponent(currency);
  const sign = amount < 0 ? "-" : "";
  const digits = String(Math.abs(amount)).padStart(decimals + 1, "0");
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/**
 * Reads what a person typed in an amount field into minor units: "1,234.50" in English, "1 234,50" in French.
 * Anything that could be read two ways is refused rather than guessed.
 */
export function parseDecimal(text: string, currency: Currency, locale: "en" | "fr"): ParsedAmount {
  const typed = text.trim().replaceAll(/[\u00a0\u202f]/g, " ");
  if (typed === "") return { ok: false, reason: "empty" };
  const match = numberShapes[locale].exec(typed);
  if (!match) return { ok: false, reason: "not_a_number" };
  const [, sign, whole = "", fraction = ""] = match;
  if (sign) return { ok: false, reason: "negative" };
  const decimals = exponent(currency);
  if (fraction.length > decimals) return { ok: false, reason: "too_many_decimals" };
  const amount = Number(whole.replaceAll(/\D/g, "") + fraction.padEnd(decimals, "0"));
  return Number.isSafeInteger(amount) ? { ok: true, amount } : { ok: false, reason: "too_large" };
}

/**
 * What a whole part looks like (thousands grouped by three, or not at all), then the decimals. In English one or two
 * follow a comma as well, which are no thousands: a phone's keys have the sign of its region alone.
 */
const numberShapes = {
  en: /^([-−])?(\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:(?:\.|(?<!,\d{3}),(?=\d{1,2}$))(\d*))?$/,
  fr: /^([-−])?(\d{1,3}(?: \d{3})+|\d+)(?:[.,](\d*))?$/,
};

/**
 * `amount` × `rate`, rounded once to a whole minor unit; a half goes away from zero, so that giving back a fee
 * returns exactly what was taken. `rate` is a plain decimal such as "0.015". Throws RangeError on anything else.
 */
export function multiplyRate(amount: number, rate: string): number {
  assertMinorUnits(amount);
  const match = /^(-)?(\d+)(?:\.(\d+))?$/.exec(rate);
  if (!match) throw new RangeError(`Not a decimal rate: ${rate}`);
  const [, sign, whole = "0", fraction = ""] = match;
  const scale = 10n ** BigInt(fraction.length);
  const factor = BigInt(whole + fraction) * (sign ? -1n : 1n);
  const rounded = divideHalfAwayFromZero(BigInt(amount) * factor, scale);
  const result = Number(rounded);
  assertMinorUnits(result);
  return result;
}

function divideHalfAwayFromZero(dividend: bigint, divisor: bigint): bigint {
  const half = dividend < 0n ? -divisor : divisor;
  return (2n * dividend + half) / (2n * divisor);
}

function assertMinorUnits(amount: number): void {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole number of minor units: ${amount}`);
}
