import { type Amounts, amountParams, readAmounts, writeAmounts } from "#lib/lists/filters/amount-filter";
import { type Days, readDays } from "#lib/lists/days";
import type { Reading, Words } from "#lib/lists/list-source";
import { oneOf, type ParamReader } from "#lib/lists/read-params";
import {
  cardBrands,
  type CardBrand,
  listedStatuses,
  methodTypes,
  type MethodType,
  type PaymentStatus,
} from "./payment-filters.ts";
import { comparesAmounts, type PaymentSort, paymentSorts } from "./payment-sorts.ts";

/** What the address of the list asks for, understood. */
export interface PaymentQuery extends Days, Amounts {
  sort: PaymentSort;
  statuses: PaymentStatus[];
  methodType: MethodType | null;
  brand: CardBrand | null;
  last4: string | null;
  /** A customer's id, or an email address. */
  customer: string | null;
}

/** Every word of the address that filters, in the order they are written. */
// prettier-ignore
export const paymentParams = [
  "status", "date", "from", "to", ...amountParams, "method", "brand", "last4", "customer",
] as const;

/** Reads what the address asks for. Amounts are only compared within one currency. */
export function readPaymentQuery(reader: ParamReader, reading: Reading, order: string): PaymentQuery {
  const sort = paymentSorts.find((each) => each === order) ?? "newest";
  const { one, many, problems } = reader;
  const statuses = many("status", oneOf(listedStatuses));
  const days = readDays(reader);
  const amounts = readAmounts(reader, reading);
  const brand = one("brand", oneOf(cardBrands));
  const methodType = one("method", oneOf(methodTypes));
  if (brand && methodType && methodType !== "card") {
    problems.push({ param: "brand", value: brand, reason: "unfit" });
  }
  return {
    statuses,
    ...days,
    ...amounts,
    currency: amounts.currency ?? (comparesAmounts(sort) ? reading.currency : null),
    methodType: methodType ?? (brand && "card"),
    brand: methodType === null || methodType === "card" ? brand : null,
    last4: one("last4", (text) => (/^[0-9A-Za-z]{4}$/.test(text) ? text : null)),
    customer: one("customer", (text) => (text.length <= 254 ? text : null)),
    sort,
  };
}

/** The address's words for a query. */
export function writePaymentQuery(query: PaymentQuery): Words {
  return {
    status: query.statuses,
    date: query.period,
    from: query.from,
    to: query.to,
    ...writeAmounts(query),
    method: query.methodType,
    brand: query.brand,
    last4: query.last4,
    customer: query.customer,
  };
}
