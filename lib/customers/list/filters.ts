import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { customers } from "#db/schema/index";
import { type Day, isDay } from "#lib/calendar";
import { emailKey } from "#lib/email-key";
import { always } from "#lib/lists/filters/always";
import { createdWithin } from "#lib/lists/days";
import { both, type Condition, type Filter } from "#lib/lists/filters/filter";
import { oneOf } from "#lib/lists/read-params";
import { type Currency, parseDecimal, toDecimalString } from "#lib/money";

/** One address, in either case. */
export const emailFilter: Filter<{ email: string | null }> = {
  params: ["email"],
  read: ({ one }) => ({ email: one("email", (text) => emailKey(text)) }),
  write: ({ email }) => ({ email }),
  conditions: ({ email }) =>
    email === null ? [] : [{ column: customers.emailKey, among: [email], indexed: true }],
};

export const buyers = ["paying", "never"] as const;

/** Whether they ever paid. */
const buyersFilter: Filter<{ buyers: (typeof buyers)[number] | null }> = {
  params: ["buyers"],
  read: ({ one }) => ({ buyers: one("buyers", oneOf(buyers)) }),
  write: (query) => ({ buyers: query.buyers }),
  conditions: (query) => {
    if (query.buyers === null) return [];
    const within = query.buyers === "paying" ? { from: 1 } : { until: 1 };
    return [{ column: customers.paymentCount, ...within }];
  },
};

export const whether = ["some", "none"] as const;
type Whether = (typeof whether)[number] | null;

/** Whether any of their payments was refunded, and whether any was disputed. */
const troubleFilter: Filter<{ refunds: Whether; disputes: Whether }> = {
  params: ["refunds", "disputes"],
  read: ({ one }) => ({ refunds: one("refunds", oneOf(whether)), disputes: one("disputes", oneOf(whether)) }),
  write: ({ refunds, disputes }) => ({ refunds, disputes }),
  conditions: ({ refunds, disputes }) => [
    ...counted(customers.refundCount, refunds),
    ...counted(customers.disputeCount, disputes),
  ],
};

function counted(column: SQLiteColumn, wanted: Whether): Condition[] {
  if (wanted === null) return [];
  return [{ column, ...(wanted === "some" ? { from: 1 } : { until: 1 }) }];
}

/** On which days of the reader's calendar they paid last. */
const lastPaidFilter: Filter<{ paidFrom: Day | null; paidTo: Day | null }> = {
  params: ["paid_from", "paid_to"],
  read({ range }) {
    const [paidFrom, paidTo] = range("paid_from", "paid_to", (text) => (isDay(text) ? text : null));
    return { paidFrom, paidTo };
  },
  write: ({ paidFrom, paidTo }) => ({ paid_from: paidFrom, paid_to: paidTo }),
  conditions({ paidFrom, paidTo }, reading) {
    if (paidFrom === null && paidTo === null) return [];
    const days = { period: null, from: paidFrom, to: paidTo };
    const { createdFrom, createdUntil } = createdWithin(days, reading);
    // Who never paid is kept at nought.
    return [{ column: customers.lastPaymentAt, from: createdFrom ?? 1, until: createdUntil }];
  },
};

export interface SpendRange {
  /** Minor units of the environment's currency. */
  spendFrom: number | null;
  spendTo: number | null;
  spendCurrency: Currency;
}

/** How much they spent, at least and at most. */
const spendFilter: Filter<SpendRange> = {
  params: ["spend_from", "spend_to"],
  read({ range }, { currency, locale }) {
    const [spendFrom, spendTo] = range("spend_from", "spend_to", (text) => {
      const own = parseDecimal(text, currency, locale);
      const read = own.ok ? own : parseDecimal(text, currency, locale === "en" ? "fr" : "en");
      return read.ok ? read.amount : null;
    });
    return { spendFrom, spendTo, spendCurrency: currency };
  },
  write({ spendFrom, spendTo, spendCurrency: currency }) {
    const money = (amount: number | null) => (amount === null ? null : toDecimalString({ amount, currency }));
    return { spend_from: money(spendFrom), spend_to: money(spendTo) };
  },
  conditions({ spendFrom, spendTo }) {
    if (spendFrom === null && spendTo === null) return [];
    const until = spendTo === null ? undefined : spendTo + 1;
    return [{ column: customers.spend, from: spendFrom ?? undefined, until }];
  },
};

const figures = both(both(buyersFilter, spendFilter), both(troubleFilter, lastPaidFilter));

/** By what their payments come to: it counts for who may see payments, else what is found would tell of them. */
export const figureFilter: typeof figures = {
  ...figures,
  conditions: (query, reading) => (reading.seesPayments ? figures.conditions(query, reading) : []),
};

/** Those who were not deleted: asked of every list, and nobody's to choose. */
export const presentOnly = always({ column: customers.present, among: [1], indexed: true });
