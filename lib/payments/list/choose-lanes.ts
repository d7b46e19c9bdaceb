import { gte, inArray, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { paymentIntents as payment } from "#db/schema/index";
import { amountsWithin } from "#lib/lists/filters/amount-filter";
import { held, type Pin, type Walk } from "#lib/lists/walk";
import type { PaymentFilters } from "./payment-filters.ts";
import { comparesAmounts, type PaymentSort, sortsByName } from "./payment-sorts.ts";

/** One walk along an index, testing each entry for the rest. */
export interface Route extends Omit<Walk, "table"> {
  rest: SQL[];
}

interface Choice {
  /** The currency most payments are in, which narrows least. */
  ownCurrency: string;
  sort?: PaymentSort;
}

type Indexed = "customer" | "last4" | "status" | "amount" | "method" | "currency";

/**
 * How a list walks: along the index of one filter, one lane a value; no payment is in two of them. By amount it
 * walks along one currency.
 */
export function chooseLanes(filters: PaymentFilters, { ownCurrency, sort = "newest" }: Choice): Route[] {
  if (comparesAmounts(sort)) return [amountLane(filters, { ownCurrency, sort })];
  const within = { from: filters.createdFrom, until: filters.createdUntil };
  const walk = { sort: sortsByName[sort], within };
  return creationLanes(filters, ownCurrency).map((lane) => ({ ...lane, ...walk }));
}

function amountLane(filters: PaymentFilters, { ownCurrency, sort }: Required<Choice>): Route {
  const { currency = ownCurrency, amount, amountFrom, amountTo } = filters;
  const { createdFrom, createdUntil, customerIds } = filters;
  const rest = conditions(filters)
    .filter(({ on, of }) => on !== "currency" && of !== "amount")
    .map(({ test }) => test);
  if (customerIds) rest.push(paidByAny(filters));
  if (createdFrom !== undefined) rest.push(gte(held(payment.createdAt), createdFrom));
  if (createdUntil !== undefined) rest.push(lt(held(payment.createdAt), createdUntil));
  return {
    pins: [{ column: payment.currency, value: currency }],
    sort: sortsByName[sort],
    within: amountsWithin([amountFrom, amount], [amountTo, amount]),
    rest,
  };
}

function paidByAny({ customerIds = [], payerEmail }: PaymentFilters): SQL {
  const isTheirs = inArray(held(payment.customerId), [...customerIds]);
  const tests = payerEmail === undefined ? [isTheirs] : [isTheirs, is(held(payment.payerEmail), payerEmail)];
  return or(...tests) ?? isTheirs;
}

function creationLanes(filters: PaymentFilters, ownCurrency: string) {
  const lanes = lanesOf(filters);
  const chosen = filters.customerIds
    ? "customer"
    : preference(filters, ownCurrency).find((name) => lanes[name].length > 0);
  const rest = conditions(filters)
    .filter(({ on }) => !on || on !== chosen)
    .map(({ test }) => test);
  if (filters.customerIds) return payerLanes(filters, lanes.customer, rest);
  return (chosen ? lanes[chosen] : [[]]).map((pins) => ({ pins, rest }));
}

/** Those of the customers, and those of anybody else with the email address. */
function payerLanes({ customerIds = [], payerEmail }: PaymentFilters, lanes: Pin[][], rest: SQL[]) {
  const routes = lanes.map((pins) => ({ pins, rest }));
  if (payerEmail === undefined) return routes;
  const notTheirs = customerIds.length > 0 ? [isNotOf(customerIds)] : [];
  const pins = [{ column: payment.payerEmail, value: payerEmail }];
  return [...routes, { pins, rest: [...rest, ...notTheirs] }];
}

function isNotOf(customerIds: readonly string[]): SQL {
  return sql`coalesce(${payment.customerId}, '') not in ${[...customerIds]}`;
}

function preference({ statuses = [], currency }: PaymentFilters, ownCurrency: string): Indexed[] {
  return [
    "last4",
    ...(statuses.includes("succeeded") ? [] : ["status" as const]),
    "amount",
    ...(currency === ownCurrency ? ["method" as const, "currency" as const] : ["currency" as const]),
    "method",
  ];
}

function lanesOf(filters: PaymentFilters): Record<Indexed, Pin[][]> {
  const { customerIds = [], statuses = [], last4, currency, methodType = "card", brand } = filters;
  const amount = exactAmount(filters);
  const kind = { column: payment.methodType, value: methodType };
  return {
    customer: unique(customerIds).map((value) => [{ column: payment.customerId, value }]),
    last4: last4 === undefined ? [] : [[{ column: payment.last4, value: last4 }]],
    status: unique(statuses).map((value) => [{ column: payment.paymentStatus, value }]),
    amount: amount === undefined ? [] : [[{ column: payment.amount, value: amount }]],
    currency: currency === undefined ? [] : [[{ column: payment.currency, value: currency }]],
    // This index is ordered by creation only once the brand is settled.
    method: brand === undefined ? [] : [[kind, { column: payment.brand, value: brand }]],
  };
}

interface Condition {
  /** The index that answers it alone. */
  on?: Indexed;
  of?: "amount";
  test: SQL;
}

function conditions(filters: PaymentFilters): Condition[] {
  const { statuses = [], last4, currency, methodType, brand } = filters;
  const { amountFrom, amountTo } = filters;
  const amount = exactAmount(filters);
  const tests: (Condition | false | undefined)[] = [
    last4 !== undefined && { on: "last4", test: is(held(payment.last4), last4) },
    statuses.length > 0 && { on: "status", test: inArray(held(payment.paymentStatus), [...statuses]) },
    amount !== undefined && { on: "amount", of: "amount", test: is(held(payment.amount), amount) },
    amountFrom !== undefined && { of: "amount", test: gte(held(payment.amount), amountFrom) },
    amountTo !== undefined && { of: "amount", test: lte(held(payment.amount), amountTo) },
    currency !== undefined && { on: "currency", test: is(held(payment.currency), currency) },
    methodType !== undefined && {
      on: brand === undefined ? undefined : "method",
      test: is(held(payment.methodType), methodType),
    },
    brand !== undefined && { on: "method", test: is(held(payment.brand), brand) },
  ];
  return tests.filter((test) => !!test);
}

function exactAmount({ amount, amountFrom, amountTo }: PaymentFilters): number | undefined {
  return amount ?? (amountFrom === amountTo ? amountFrom : undefined);
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function is(value: SQL, wanted: string | number): SQL {
  return sql`${value} = ${wanted}`;
}
