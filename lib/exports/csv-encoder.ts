import { csvCell } from "#lib/csv";
import { decimalsOf, toMajor } from "./amounts.ts";
import { bytesOf } from "./bytes-of.ts";
import type { CellValue, EncodedColumn, Encoder } from "./encoder.ts";
import { offsetsOf } from "./local-time.ts";

/** Comma-separated values (RFC 4180). Moments are told on the clock of a zone. */
export function csvEncoder(timeZone: string): Encoder {
  const offsetAt = offsetsOf(timeZone);
  return async function* (columns, batches) {
    yield Buffer.from(`${columns.map(({ heading }) => csvCell(heading)).join(",")}\r\n`);
    const line = lineOf(columns.map((column) => writerOf(column, offsetAt)));
    for await (const rows of batches) yield bytesOf(rows, line);
  };
}

function lineOf<Row>(cells: readonly ((row: Row) => string)[]): (row: Row) => string {
  return (row) => {
    let [text, separator] = ["", ""];
    for (const cell of cells) {
      text += separator + cell(row);
      separator = ",";
    }
    return `${text}\r\n`;
  };
}

/** How the cells of a column are written. */
function writerOf<Row>(column: EncodedColumn<Row>, offsetAt: (at: number) => number): (row: Row) => string {
  if (column.kind === "amount") {
    const { value, currency } = column;
    return (row) => unlessEmpty(value(row), (amount) => toMajor(Number(amount), decimalsOf(currency(row))));
  }
  const { kind, value } = column;
  if (kind === "text") return (row) => unlessEmpty(value(row), (text) => csvCell(String(text)));
  if (kind === "moment") {
    const localTime = localTimes();
    return (row) => unlessEmpty(value(row), (at) => localTime(Number(at) + offsetAt(Number(at))));
  }
  return (row) => unlessEmpty(value(row), String);
}

function unlessEmpty(value: CellValue, write: (value: string | number | boolean) => string): string {
  return value === null ? "" : write(value);
}

const daysLength = 86_400_000;
const two = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));

/** "2026-11-25 18:12:13", as spreadsheets read it. Rows come in the order of time: the day is mostly that of the last one. */
function localTimes(): (shifted: number) => string {
  let [day, date] = [Number.NaN, ""];
  return (shifted) => {
    const of = Math.floor(shifted / daysLength);
    if (of !== day) [day, date] = [of, new Date(of * daysLength).toISOString().slice(0, 10)];
    const seconds = Math.floor((shifted - of * daysLength) / 1000);
    const minutes = Math.floor(seconds / 60);
    return `${date} ${two[Math.floor(minutes / 60)] ?? ""}:${two[minutes % 60] ?? ""}:${two[seconds % 60] ?? ""}`;
  };
}
