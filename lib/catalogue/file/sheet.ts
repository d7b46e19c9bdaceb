import type { Viewer } from "#lib/auth/viewer";

/** Part of a catalogue that is a file of its own. */
export const sheetNames = ["products", "coupons", "promotion-codes", "tax-rates", "shipping-rates"] as const;
export type SheetName = (typeof sheetNames)[number];

export interface SheetPage<Row> {
  rows: Row[];
  /** The id behind which the next page begins; undefined behind the last one. */
  next: string | undefined;
}

/** A list of the catalogue as a file: its columns are the fields that its import knows. */
export interface Sheet<Row> {
  columns: Readonly<Record<string, (row: Row) => string | null | undefined>>;
  metadata(row: Row): Record<string, string>;
  /** Some of the rows, newest first. `active`: what is on offer, or what is not, where that can be said. */
  page(viewer: Viewer, after: string | undefined, active: boolean | undefined): Promise<SheetPage<Row>>;
}

export const rowsPerPage = 100;

/** What the columns of a row hold, by field. */
export function written<Row>({ columns }: Pick<Sheet<Row>, "columns">, row: Row): Record<string, string> {
  return Object.fromEntries(Object.entries(columns).map(([field, cell]) => [field, cell(row) ?? ""]));
}
