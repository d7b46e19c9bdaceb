import { environments } from "./accounts.ts";
import {
  autoIncrementId,
  choice,
  environmentId,
  integer,
  json,
  money,
  primaryKey,
  table,
  text,
  timestamp,
} from "./columns.ts";

/** How long a bucket lasts: a quarter of an hour, or a day or month on the clocks of the account. */
export type Length = "quarter" | "day" | "month";

/** Those of `…_all` are told apart by their currency alone: what is drawn over time needs no more. */
export type Grain = Length | `${Length}_all`;

const counted = () => integer().notNull().default(0);
const summed = () => money().notNull().default(0);

/**
 * What happened in a while, by what it is told apart by; kept up with each change. Sums are in minor units of
 * `currency`, those named `…Own` in the account's own currency. `lib/figures/cells` says what each counts.
 */
export const figures = table(
  "figures",
  {
    environmentId: environmentId().references(() => environments.id),
    grain: choice<Grain>().notNull(),
    /** When it begins, milliseconds. */
    bucket: timestamp().notNull(),
    /** Empty where there is none: of customers. As are the others where they tell nothing apart. */
    currency: text().notNull(),
    country: text().notNull(),
    method: text().notNull(),
    brand: text().notNull(),
    reason: text().notNull(),
    /** Of failures: the beginning of the bucket in which the payment was tried again or paid; 0: it was not. */
    until: timestamp().notNull(),
    attempts: counted(),
    accepted: counted(),
    tried: counted(),
    paidOfTried: counted(),
    payments: counted(),
    gross: summed(),
    grossOwn: summed(),
    failures: counted(),
    refunds: counted(),
    refunded: summed(),
    refundedOwn: summed(),
    disputes: counted(),
    disputed: summed(),
    disputedOwn: summed(),
    net: summed(),
    netOwn: summed(),
    fees: summed(),
    feesOwn: summed(),
    customers: counted(),
  },
  (t) => [
    primaryKey({
      columns: [
        t.environmentId,
        t.grain,
        t.bucket,
        t.currency,
        t.country,
        t.method,
        t.brand,
        t.reason,
        t.until,
      ],
    }),
  ],
);

type Facet = "currency" | "country" | "method" | "brand" | "reason";
type Measure = Exclude<
  keyof typeof figures.$inferSelect,
  "environmentId" | "grain" | "bucket" | "until" | Facet
>;

/** What a change adds to the figures at a moment, in milliseconds. */
export interface FigureChange {
  at: number;
  facets: Record<Facet, string>;
  until: number | null;
  values: Partial<Record<Measure, number>>;
}

/**
 * Global: what changes brought and the figures do not hold yet. A change appends one narrow row in its own
 * transaction; `lib/figures/fold-figures` takes rows away and adds them to the figures in one of its own.
 */
export const figureChanges = table("figure_changes", {
  id: autoIncrementId(),
  environmentId: environmentId(),
  cells: json<FigureChange[]>().notNull(),
});

/** How far the figures of an environment are filled in. */
export const figureStates = table(
  "figure_states",
  {
    environmentId: environmentId().references(() => environments.id),
    /** The clocks that its days and months are those of; null while they are made anew. */
    timeZone: text(),
    /** Of the way they are kept; those of an older one are made anew. */
    version: integer().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.environmentId] })],
);
