import { addDays, isDay, startOfDay } from "#lib/calendar";
import type { Currency } from "#lib/currencies";
import { type DomainError, invalid, isDomainError } from "#lib/errors";
import type { Locale } from "#lib/i18n/locale";
import { mostAmount, parseDecimal } from "#lib/money";
import { readExactAmount } from "#lib/prices/exact-amount";

/** What was typed into a form, by field. */
export type Typed = Readonly<Record<string, string>>;

/** Whose amounts are read, and in which figures. */
export interface Reading {
  currency: Currency;
  locale: Locale;
}

/** What is wrong with a field, by a code of the messages. */
export function wrong(field: string, code: string): DomainError {
  return invalid("The form cannot be read.", { code, param: field });
}

/** As exact as it was typed, in minor units; null for nothing. */
export function exactTyped(typed: Typed, field: string, { currency, locale }: Reading): string | null {
  const read = readExactAmount(typed[field] ?? "", currency, locale);
  if (!read.ok) return nothingElse(field, read.reason);
  if (Number(read.amount) > mostAmount) throw wrong(field, "price_too_large");
  return read.amount;
}

/** In whole minor units; null for nothing. */
export function coinsTyped(typed: Typed, field: string, { currency, locale }: Reading): number | null {
  const read = parseDecimal(typed[field] ?? "", currency, locale);
  if (!read.ok) return nothingElse(field, read.reason);
  if (read.amount > mostAmount) throw wrong(field, "price_too_large");
  return read.amount;
}

const codes = {
  not_a_number: "amount_unreadable",
  negative: "amount_below_zero",
  too_many_decimals: "amount_decimals",
  too_large: "price_too_large",
};

function nothingElse(field: string, reason: keyof typeof codes | "empty"): null {
  if (reason === "empty") return null;
  throw wrong(field, codes[reason]);
}

/** A whole number from one on; null for nothing. `tooMany`: what is said of more than `most`. */
export function countTyped(
  typed: Typed,
  field: string,
  most: number,
  tooMany = "quantity_invalid",
): number | null {
  const value = (typed[field] ?? "").trim();
  if (value === "") return null;
  if (!/^\d{1,16}$/.test(value) || Number(value) < 1) throw wrong(field, "quantity_invalid");
  if (Number(value) > most) throw wrong(field, tooMany);
  return Number(value);
}

/** A text without blanks around it; undefined for nothing. */
export function textTyped(typed: Typed, field: string, most: number): string | undefined {
  const value = (typed[field] ?? "").trim();
  if (value.length > most) throw wrong(field, "too_long");
  return value === "" ? undefined : value;
}

/** The end of a day, where the account is, in milliseconds; undefined for nothing. */
export function dayEndTyped(typed: Typed, field: string, timeZone: string): number | undefined {
  const value = (typed[field] ?? "").trim();
  if (value === "") return undefined;
  if (!isDay(value)) throw wrong(field, "day_invalid");
  return startOfDay(addDays(value, 1), timeZone);
}

/** What was typed, where something has to be. */
export function needed<T>(value: T | null | undefined, field: string): T {
  if (value === null || value === undefined) throw wrong(field, "required");
  return value;
}

/** The core's refusal of a parameter, beside the field that asked for it. */
export async function besideField<T>(
  run: Promise<T>,
  fields: Record<string, { param: string; code: string }>,
): Promise<T> {
  try {
    return await run;
  } catch (error) {
    const field = isDomainError(error) && error.facts.param ? fields[error.facts.param] : undefined;
    throw field ? wrong(field.param, field.code) : error;
  }
}
