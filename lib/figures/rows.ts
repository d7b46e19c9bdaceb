import type { figures } from "#db/schema/figures";
import { type Buckets, bucketsOf } from "./buckets.ts";
import type { Cell } from "./cells.ts";
import type { Measure } from "./measures.ts";

export type FigureKey = Omit<typeof figures.$inferSelect, "environmentId" | Measure>;

export interface FigureRow {
  key: FigureKey;
  values: Partial<Record<Measure, number>>;
}

/** Rows of the figures by what they are told apart by, each the sum of what was added. */
export interface FigureSums {
  add(cells: readonly Cell[], sign?: 1 | -1): void;
  /** What came to something. */
  rows(): FigureRow[];
  size(): number;
}

/** Sums cells into rows of every grain, days and months on the clocks of `timeZone`. */
export function figureSums(timeZone: string): FigureSums {
  const sums = new Map<string, FigureRow>();

  function addTo(key: FigureKey, values: Cell["values"], sign: number): void {
    const { grain, bucket, currency, country, method, brand, reason, until } = key;
    const name = `${grain} ${bucket} ${currency} ${country} ${method} ${brand} ${reason} ${until}`;
    let row = sums.get(name);
    if (!row) sums.set(name, (row = { key, values: {} }));
    for (const measure in values) {
      const of = measure as Measure;
      row.values[of] = (row.values[of] ?? 0) + sign * (values[of] ?? 0);
    }
  }

  return {
    add(cells, sign = 1) {
      for (const { at, facets, until, values } of cells) {
        const begins = bucketsOf(at, timeZone);
        const ends = until === null ? null : bucketsOf(until, timeZone);
        for (const grain of grains) {
          if (ends?.[grain] === begins[grain]) continue;
          addTo({ grain, bucket: begins[grain], ...facets, until: endOf(ends, grain) }, values, sign);
        }
      }
    },
    rows: () => [...sums.values()].filter(({ values }) => Object.values(values).some((value) => value !== 0)),
    size: () => sums.size,
  };
}

const grains = ["quarter", "day", "month"] as const;

/** A failure that ends within its bucket counts in no period; of a month it has to be known on which day it ends. */
function endOf(ends: Buckets | null, grain: keyof Buckets): number {
  if (ends === null) return 0;
  return grain === "quarter" ? ends.quarter : ends.day;
}
