import type { Locale } from "#lib/i18n/locale";
import { type Days, readDays } from "#lib/lists/days";
import {
  oneOf,
  type QueryParams,
  type QueryProblem,
  readParams,
  saysJust,
  writeParams,
} from "#lib/lists/read-params";
import { type Currency, isCurrency, parseDecimal, toDecimalString } from "#lib/money";
import {
  cardBrands,
  type CardBrand,
  listedStatuses,
  methodTypes,
  type MethodType,
  type PaymentStatus,
} from "./payment-filters.ts";

/** What the address of the list asks for, understood. */
export interface PaymentQuery extends Days {
  statuses: PaymentStatus[];
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
  const reader = readParams(params);
  const { one, many, range, problems } = reader;
  if (!isCurrency(own)) throw new RangeError(`Not a currency: ${own}`);
  const statuses = many("status", oneOf(listedStatuses));
  const days = readDays(reader);
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
    ...days,
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
  const words = {
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
  return writeParams(words, filterParams);
}

/** Whether the query leaves any payment out. */
export function isFiltering(query: PaymentQuery): boolean {
  return paymentQueryParams(query).size > 0;
}

/** Whether the address says the query in the words `paymentQueryParams` would use. */
export function isSpelledOut(params: QueryParams, query: PaymentQuery): boolean {
  return saysJust(params, paymentQueryParams(query), filterParams);
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
