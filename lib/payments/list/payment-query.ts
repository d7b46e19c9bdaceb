import { type Day, isDay } from "#lib/calendar";
import type { Locale } from "#lib/i18n/locale";
import { type Currency, isCurrency, parseDecimal, toDecimalString } from "#lib/money";
import {
  cardBrands,
  type CardBrand,
  listedStatuses,
  methodTypes,
  type MethodType,
  type PaymentStatus,
} from "./payment-filters.ts";
import { type Period, periods } from "./period.ts";
import { oneOf, type QueryParams, type QueryProblem, readParams } from "./read-params.ts";

export type { QueryParams, QueryProblem };

/** What the address of the list asks for, understood. Days and periods are of the reader's calendar. */
export interface PaymentQuery {
  statuses: PaymentStatus[];
  period: Period | null;
  from: Day | null;
  to: Day | null;
  currency: Currency | null;
  /** Minor units of the currency, which is there when one of them is. */
  amount: number | null;
  amountFrom: number | null;
  amountTo: number | null;
  methodType: MethodType | null;
  brand: CardBrand | null;
  last4: string | null;
  /** A customer's id, or an email address. */
  customer: string | null;
}

/** Every word of the address that filters, in the order they are written. */
// prettier-ignore
const filterParams = [
  "status", "date", "from", "to", "currency", "amount", "amount_from", "amount_to", "method", "brand", "last4", "customer",
] as const;

/** `currency`: what amounts are in when the address does not say. */
interface Reading {
  locale: Locale;
  currency: string;
}

/** Reads what the address asks for. What cannot be understood is left out, and named. */
export function readPaymentQuery(
  params: QueryParams,
  { locale, currency: own }: Reading,
): { query: PaymentQuery; problems: QueryProblem[] } {
  const { one, many, range, problems } = readParams(params);
  if (!isCurrency(own)) throw new RangeError(`Not a currency: ${own}`);
  const statuses = many("status", oneOf(listedStatuses));
  const period = one("date", oneOf(periods));
  const [from, to] = range("from", "to", day);
  const currency = one("currency", (text) => oneCurrency(text.toLowerCase()));
  const inMinorUnits = (text: string) => readAmount(text, currency ?? own, locale);
  const amount = one("amount", inMinorUnits);
  const [amountFrom, amountTo] = range("amount_from", "amount_to", inMinorUnits);
  const brand = one("brand", oneOf(cardBrands));
  const methodType = one("method", oneOf(methodTypes));
  const hasAmount = amount !== null || amountFrom !== null || amountTo !== null;
  if (brand && methodType && methodType !== "card") {
    problems.push({ param: "brand", value: brand, reason: "unfit" });
  }
  const query: PaymentQuery = {
    statuses,
    period: from === null && to === null ? period : null,
    from,
    to,
    currency: currency ?? (hasAmount ? own : null),
    amount,
    amountFrom,
    amountTo,
    methodType: methodType ?? (brand && "card"),
    brand: methodType === null || methodType === "card" ? brand : null,
    last4: one("last4", (text) => (/^[0-9A-Za-z]{4}$/.test(text) ? text : null)),
    customer: one("customer", (text) => (text.length <= 254 ? text : null)),
  };
  return { query, problems };
}

/** The address's words for a query: always the same ones for the same query. */
export function paymentQueryParams(query: PaymentQuery): URLSearchParams {
  const { currency } = query;
  const money = (amount: number | null) =>
    amount === null || currency === null ? null : toDecimalString({ amount, currency });
  const words: Record<(typeof filterParams)[number], string | string[] | null> = {
    status: query.statuses,
    date: query.period,
    from: query.from,
    to: query.to,
    currency,
    amount: money(query.amount),
    amount_from: money(query.amountFrom),
    amount_to: money(query.amountTo),
    method: query.methodType,
    brand: query.brand,
    last4: query.last4,
    customer: query.customer,
  };
  const params = new URLSearchParams();
  for (const name of filterParams) for (const word of [words[name] ?? []].flat()) params.append(name, word);
  return params;
}

/** Whether the query leaves any payment out. */
export function isFiltering(query: PaymentQuery): boolean {
  return paymentQueryParams(query).size > 0;
}

/** Whether the address says the query in the words `paymentQueryParams` would use. */
export function isSpelledOut(params: QueryParams, query: PaymentQuery): boolean {
  const said = filterParams.flatMap((name) => [params[name] ?? []].flat().map((text) => [name, text]));
  return JSON.stringify(said) === JSON.stringify([...paymentQueryParams(query)]);
}

function day(text: string): Day | null {
  return isDay(text) ? text : null;
}

function oneCurrency(text: string): Currency | null {
  return isCurrency(text) ? text : null;
}

/** As the reader writes amounts; an address that somebody shared in the other language is understood too. */
function readAmount(text: string, currency: Currency, locale: Locale): number | null {
  const own = parseDecimal(text, currency, locale);
  const read = own.ok ? own : parseDecimal(text, currency, locale === "en" ? "fr" : "en");
  return read.ok ? read.amount : null;
}
