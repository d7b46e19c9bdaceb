import type { figures } from "#db/schema/figures";
import type { Length } from "#db/schema/figures";
import { allOf, type Buckets, bucketsOf } from "./buckets.ts";
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
  const sums: RowsByName = new Map();
  return {
    add(cells, sign = 1) {
      for (const { at, facets, until, values } of cells) {
        const begins = bucketsOf(at, timeZone);
        const ends = until === null ? null : bucketsOf(until, timeZone);
        for (const length of lengths) {
          if (ends?.[length] === begins[length]) continue;
          const key = { grain: length, bucket: begins[length], ...facets, until: endOf(ends, length) };
          addTo(sums, key, values, sign);
        }
      }
    },
    rows() {
      const all = [...sums.values(), ...byCurrency(sums.values())];
      return all.filter(({ values }) => Object.values(values).some((value) => value !== 0));
    },
    size: () => sums.size,
  };
}

const lengths = ["quarter", "day", "month"] as const;

type RowsByName = Map<string, FigureRow>;

function addTo(sums: RowsByName, key: FigureKey, values: Cell["values"], sign: number): void {
  const { grain, bucket, currency, country, method, brand, reason, until } = key;
  const name = `${grain} ${bucket} ${currency} ${country} ${method} ${brand} ${reason} ${until}`;
  let row = sums.get(name);
  if (!row) sums.set(name, (row = { key, values: {} }));
  for (const measure in values) {
    const of = measure as Measure;
    row.values[of] = (row.values[of] ?? 0) + sign * (values[of] ?? 0);
  }
}

function byCurrency(rows: Iterable<FigureRow>): Iterable<FigureRow> {
  const sums: RowsByName = new Map();
  for (const { key, values } of rows) {
    const all = { ...key, country: "", method: "", brand: "", reason: "" };
    addTo(sums, { ...all, grain: allOf(key.grain as Length) }, values, 1);
  }
  return sums.values();
}

/** A failure that ends within its bucket counts in no period; of a month it has to be known on which day it ends. */
function endOf(ends: Buckets | null, length: Length): number {
  if (ends === null) return 0;
  return length === "quarter" ? ends.quarter : ends.day;
}
