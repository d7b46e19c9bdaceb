import { csvCell } from "#lib/csv";
import { decimalsOf } from "./amounts.ts";
import type { CellValue, EncodedColumn, Encoder } from "./encoder.ts";
import { offsetsOf } from "./local-time.ts";
import {
  batchWriter,
  makeRoom,
  marks,
  plainBut,
  type Put,
  putDigits,
  putMajor,
  putMarks,
  putPlain,
  putText,
  type Room,
} from "./room.ts";

/** Comma-separated values (RFC 4180). Moments are told on the clock of a zone. */
export function csvEncoder(timeZone: string): Encoder {
  const offsetAt = offsetsOf(timeZone);
  return async function* (columns, batches) {
    yield Buffer.from(`${columns.map(({ heading }) => csvCell(heading)).join(",")}\r\n`);
    const bytesOf = batchWriter(lineOf(columns.map((column) => writerOf(column, offsetAt))));
    for await (const rows of batches) yield bytesOf(rows);
  };
}

const separator = marks(",");
const lineEnd = marks("\r\n");

function lineOf<Row>(cells: readonly Put<Row>[]): Put<Row> {
  return (room, row) => {
    let isFirst = true;
    for (const cell of cells) {
      makeRoom(room);
      if (!isFirst) putMarks(room, separator);
      isFirst = false;
      cell(room, row);
    }
    putMarks(room, lineEnd);
  };
}

/** How the cells of a column are written. */
function writerOf<Row>(column: EncodedColumn<Row>, offsetAt: (at: number) => number): Put<Row> {
  const { value } = column;
  const written = (put: (room: Room, value: NonNullable<CellValue>, row: Row) => void): Put<Row> => {
    return (room, row) => {
      const cell = value(row);
      if (cell !== null) put(room, cell, row);
    };
  };
  switch (column.kind) {
    case "text":
      return written((room, text) => putCell(room, String(text)));
    case "moment": {
      const putMoment = momentPutter();
      return written((room, at) => putMoment(room, Number(at) + offsetAt(Number(at))));
    }
    case "amount":
      return written((room, amount, row) => putMajor(room, Number(amount), decimalsOf(column.currency(row))));
    default:
      return written((room, cell) => putText(room, String(cell)));
  }
}

/** What `csvCell` leaves as it is, unless it stands at the beginning like that of a formula. */
const plain = plainBut('",\r\n');
const unlikeFormula = plainBut("=+-@\t");

function putCell(room: Room, text: string): void {
  if (unlikeFormula[text.charCodeAt(0)] === 0 || !putPlain(room, text, plain)) putText(room, csvCell(text));
}

const daysLength = 86_400_000;
const [blank, colon] = [marks(" "), marks(":")];

/** "2026-11-25 18:12:13", as spreadsheets read it. Rows come in the order of time: the day is mostly that of the last one. */
function momentPutter(): Put<number> {
  let [day, date] = [Number.NaN, marks("")];
  return (room, shifted) => {
    const of = Math.floor(shifted / daysLength);
    if (of !== day) [day, date] = [of, marks(new Date(of * daysLength).toISOString().slice(0, 10))];
    const seconds = Math.floor((shifted - of * daysLength) / 1000);
    const minutes = Math.floor(seconds / 60);
    putMarks(room, date);
    putMarks(room, blank);
    putDigits(room, Math.floor(minutes / 60), 2);
    putMarks(room, colon);
    putDigits(room, minutes % 60, 2);
    putMarks(room, colon);
    putDigits(room, seconds % 60, 2);
  };
}
