import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { type Currency, isCurrency, parseDecimal, toDecimalString } from "#lib/money";
import type { Reading, Words } from "../list-source.ts";
import type { ParamReader } from "../read-params.ts";
import type { Condition, Filter } from "./filter.ts";

/** A currency, and how much of it. Amounts are minor units of the currency, which is there when one of them is. */
export interface Amounts {
  currency: Currency | null;
  amount: number | null;
  amountFrom: number | null;
  amountTo: number | null;
}

interface AmountColumns {
  amount: SQLiteColumn;
  currency: SQLiteColumn;
  /** The table has an index of (tenant, the currency, creation, id). */
  indexed?: true;
  /** Amounts may be less than nothing. */
  signed?: true;
}

export const amountParams = ["currency", "amount", "amount_from", "amount_to"] as const;

/** How much, exactly or from and to, in a currency; an amount without one is in the reader's. */
export function amountFilter({ amount, currency, indexed, signed }: AmountColumns): Filter<Amounts> {
  return {
    params: amountParams,
    read: (reader, reading) => readAmounts(reader, { ...reading, signed }),
    write: writeAmounts,
    conditions: (query) => {
      const conditions: Condition[] = [];
      if (query.currency !== null) {
        conditions.push({ column: currency, among: [query.currency], indexed: indexed ?? false });
      }
      const exactly = query.amount ?? undefined;
      const within = amountsWithin(
        [query.amountFrom ?? undefined, exactly],
        [query.amountTo ?? undefined, exactly],
      );
      if (within.from !== undefined || within.until !== undefined) {
        conditions.push({ column: amount, ...within });
      }
      return conditions;
    },
  };
}

/** From the largest of the least amounts, before what follows the smallest of the most. */
export function amountsWithin(least: (number | undefined)[], most: (number | undefined)[]) {
  const from = least.filter((amount) => amount !== undefined);
  const to = most.filter((amount) => amount !== undefined);
  return {
    from: from.length === 0 ? undefined : Math.max(...from),
    until: to.length === 0 ? undefined : Math.min(...to) + 1,
  };
}

/** Reads `currency`, `amount`, `amount_from` and `amount_to`. `signed`: they may be less than nothing. */
export function readAmounts(
  { one, range }: ParamReader,
  { locale, currency: own, signed }: Reading & { signed?: true | undefined },
): Amounts {
  const currency = one("currency", (text) => oneCurrency(text.toLowerCase()));
  const inMinorUnits = (text: string) => {
    const size = signed ? text.replace(/^[-−]/, "") : text;
    const amount = readAmount(size, currency ?? own, locale);
    return amount === null || size === text ? amount : 0 - amount;
  };
  const amount = one("amount", inMinorUnits);
  const [amountFrom, amountTo] = range("amount_from", "amount_to", inMinorUnits);
  const hasAmount = amount !== null || amountFrom !== null || amountTo !== null;
  return { currency: currency ?? (hasAmount ? own : null), amount, amountFrom, amountTo };
}

/** The words for amounts, in the currency's major units. */
export function writeAmounts({ currency, amount, amountFrom, amountTo }: Amounts): Words {
  const money = (minorUnits: number | null) =>
    minorUnits === null || currency === null ? null : toDecimalString({ amount: minorUnits, currency });
  return { currency, amount: money(amount), amount_from: money(amountFrom), amount_to: money(amountTo) };
}

function oneCurrency(text: string): Currency | null {
  return isCurrency(text) ? text : null;
}

/** As the reader writes amounts; an address that somebody shared in the other language is understood too. */
function readAmount(text: string, currency: Currency, locale: Reading["locale"]): number | null {
  const own = parseDecimal(text, currency, locale);
  const read = own.ok ? own : parseDecimal(text, currency, locale === "en" ? "fr" : "en");
  return read.ok ? read.amount : null;
}
