import fc from "fast-check";
import { type Day, dayAt } from "#lib/calendar";
import { toDecimalString } from "#lib/money";

/** A row as it lies in its table. */
export type Row = Record<string, unknown> & { id: string; createdAt: number };

/** Words of an address, by parameter. */
export type Asked = Record<string, string[]>;

/** Whoever asks: their calendar, what time it is, what amounts are in. */
interface Asker {
  timeZone: string;
  now: number;
}

/** The one word of a parameter; undefined where none is said. */
export function wordOf(asked: Asked, param: string): string | undefined {
  return asked[param]?.[0];
}

/** One thing that a list can be asked for, and by brute force what it lets pass; it is asked of every row, said or not. */
export interface Ask {
  words: fc.Arbitrary<Asked>;
  fits(row: Row, asked: Asked, asker: Asker): boolean;
}

/** An order: where a row stands in it, and what else it asks of rows. */
export interface Order {
  of(row: Row): number;
  down: boolean;
  also?(row: Row, asked: Asked): boolean;
}

/** Around the nights on which clocks change in Paris and in New York. */
const starts = [
  Date.UTC(2026, 2, 7, 20),
  Date.UTC(2026, 2, 28, 20),
  Date.UTC(2026, 9, 24, 20),
  Date.UTC(2026, 9, 31, 20),
];
const halfHour = 1_800_000;
/** Few enough that rows share one. */
export const moments = fc
  .tuple(fc.constantFrom(...starts), fc.nat(60))
  .map(([start, half]) => start + half * halfHour);
const days = ["2026-03-08", "2026-03-29", "2026-10-25", "2026-11-01"] as const satisfies Day[];
const currencies = ["eur", "usd", "jpy", "kwd"] as const;
const amounts = [100, 2500, 5005, 99_999];

export const amount = fc.constantFrom(...amounts);
export const currency = fc.constantFrom(...currencies);
const texts = ["Sunflower", "A moon at 100%", "snake_case", "sun_moon"];
export const text = fc.constantFrom(...texts);

/** Any of a column's words. */
export function choice(param: string, column: string, words: readonly string[]): Ask {
  return {
    words: fc.subarray([...words], { minLength: 1 }).map((chosen) => ({ [param]: chosen })),
    fits: (row, { [param]: chosen }) => !chosen || chosen.some((word) => word === row[column]),
  };
}

/** One word; `fits` is asked where one is said. */
export function one(param: string, words: readonly string[], fits: (row: Row, word: string) => boolean): Ask {
  return {
    words: fc.constantFrom(...words).map((word) => ({ [param]: [word] })),
    fits(row, asked) {
      const word = wordOf(asked, param);
      return word === undefined || fits(row, word);
    },
  };
}

/** What is on offer unless something else is said. */
export const state: Ask = {
  words: fc.constantFrom("active", "archived", "all").map((word) => ({ state: [word] })),
  fits({ active }, asked) {
    const word = wordOf(asked, "state") ?? "active";
    return word === "all" || active === (word === "active");
  },
};

/** A text that one of the columns has in it. */
export function textIn(...columns: string[]): Ask {
  return one("q", ["sun", "MOON", "0%", "e_c", "%", "_"], (row, word) =>
    columns.some((column) => {
      const value = row[column];
      return typeof value === "string" && value.toLowerCase().includes(word.toLowerCase());
    }),
  );
}

/** From a day to another, each or neither. `column`: a moment. */
export function between(first: string, last: string, column: string): Ask {
  return {
    words: fc
      .record({ from: fc.option(fc.constantFrom(...days)), to: fc.option(fc.constantFrom(...days)) })
      .map(({ from, to }) => ({
        ...(from && { [first]: [from] }),
        ...(to && { [last]: [from && to < from ? from : to] }),
      })),
    fits(row, asked, { timeZone }) {
      const [from, to] = [wordOf(asked, first), wordOf(asked, last)];
      if (from === undefined && to === undefined) return true;
      const at = Number(row[column]);
      if (at === 0) return false;
      const day = dayAt(at, timeZone);
      return (from === undefined || day >= from) && (to === undefined || day <= to);
    },
  };
}

export const created = between("from", "to", "createdAt");

/** A currency, and at least and at most how much. */
export const money: Ask = {
  words: fc
    .record({ currency: fc.option(currency), least: fc.option(amount), most: fc.option(amount) })
    .map(({ currency: named, least, most }) => {
      const written = (minor: number) => [toDecimalString({ amount: minor, currency: named ?? "eur" })];
      return {
        ...(named && { currency: [named] }),
        ...(least !== null && { amount_from: written(least) }),
        ...(most !== null && { amount_to: written(Math.max(most, least ?? 0)) }),
      };
    }),
  fits(row, asked) {
    const named = wordOf(asked, "currency");
    const [least, most] = [wordOf(asked, "amount_from"), wordOf(asked, "amount_to")];
    const inEur = least !== undefined || most !== undefined ? "eur" : undefined;
    const wanted = named ?? inEur;
    const minor = (major: string) => Math.round(Number(major) * 10 ** (exponents[wanted ?? "eur"] ?? 2));
    const has = Number(row.amount);
    return (
      (wanted === undefined || row.currency === wanted) &&
      (least === undefined || has >= minor(least)) &&
      (most === undefined || has <= minor(most))
    );
  },
};

const exponents: Record<string, number> = { eur: 2, usd: 2, jpy: 0, kwd: 3 };

export const byCreation: Record<string, Order> = {
  newest: { of: ({ createdAt }) => createdAt, down: true },
  oldest: { of: ({ createdAt }) => createdAt, down: false },
};

/** Largest and smallest, of one currency: the business's own unless one is asked for. */
export const byAmount: Record<string, Order> = Object.fromEntries(
  [true, false].map((down) => [
    down ? "largest" : "smallest",
    {
      of: (row: Row) => Number(row.amount),
      down,
      also: (row: Row, asked: Asked) => row.currency === (wordOf(asked, "currency") ?? "eur"),
    },
  ]),
);

/** Along a figure, up and down. */
export function along(column: string, [down, up]: [down: string, up: string]): Record<string, Order> {
  const of = (row: Row) => Number(row[column]);
  return { [down]: { of, down: true }, [up]: { of, down: false } };
}
