/** A value as it was read. Amounts are minor units, moments milliseconds. */
export type CellValue = string | number | boolean | null;

/** A column as an encoder needs it: what it is called, and how it is had of a row. */
export type EncodedColumn<Row> = { heading: string; value(row: Row): CellValue } & (
  { kind: "text" | "moment" | "number" | "yes_no" } | { kind: "amount"; currency(row: Row): string }
);

/** Writes batches of rows in one format, piece by piece. Each piece stands until the next but one is asked for. */
export type Encoder = <Row>(
  columns: readonly EncodedColumn<Row>[],
  batches: AsyncIterable<readonly Row[]>,
) => AsyncIterable<Buffer>;
