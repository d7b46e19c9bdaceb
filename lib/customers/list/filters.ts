import { customers } from "#db/schema/index";
import { emailKey } from "#lib/email-key";
import { always } from "#lib/lists/filters/always";
import type { Filter } from "#lib/lists/filters/filter";
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
export const buyersFilter: Filter<{ buyers: (typeof buyers)[number] | null }> = {
  params: ["buyers"],
  read: ({ one }) => ({ buyers: one("buyers", oneOf(buyers)) }),
  write: (query) => ({ buyers: query.buyers }),
  conditions: (query) => {
    if (query.buyers === null) return [];
    const within = query.buyers === "paying" ? { from: 1 } : { until: 1 };
    return [{ column: customers.paymentCount, ...within }];
  },
};

export interface SpendRange {
  /** Minor units of the environment's currency. */
  spendFrom: number | null;
  spendTo: number | null;
  spendCurrency: Currency;
}

/** How much they spent, at least and at most. */
export const spendFilter: Filter<SpendRange> = {
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

/** Those who were not deleted: asked of every list, and nobody's to choose. */
export const presentOnly = always({ column: customers.present, among: [1], indexed: true });
