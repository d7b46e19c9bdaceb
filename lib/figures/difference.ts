import type { Cell } from "./cells.ts";
import type { Measure } from "./measures.ts";

/** What has to be added to `before` to make it `after`; nothing of what is in both. */
export function difference(after: readonly Cell[], before: readonly Cell[]): Cell[] {
  const sums = new Map<string, Cell>();
  for (const cell of before) add(sums, cell, -1);
  for (const cell of after) add(sums, cell, 1);
  const changed = [...sums.values()];
  if (before.length > 0) for (const cell of changed) cell.values = withoutZeros(cell.values);
  return changed.filter(({ values }) => Object.keys(values).length > 0);
}

function add(sums: Map<string, Cell>, { at, facets, until, values }: Cell, sign: 1 | -1): void {
  const { currency, country, method, brand, reason } = facets;
  const name = `${at} ${currency} ${country} ${method} ${brand} ${reason} ${until}`;
  const sum = sums.get(name) ?? { at, facets, until, values: {} };
  sums.set(name, sum);
  for (const measure in values) {
    const of = measure as Measure;
    sum.values[of] = (sum.values[of] ?? 0) + sign * (values[of] ?? 0);
  }
}

function withoutZeros(values: Cell["values"]): Cell["values"] {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== 0));
}
