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
import {
  contentTypes,
  packageRelations,
  sheetEnd,
  sheetStart,
  styles,
  workbook,
  workbookRelations,
} from "./xlsx-parts.ts";
import { zip, type ZipEntry } from "./zip.ts";

/** Rows of a sheet beside its heading, at least: a spreadsheet ends at 1,048,576. A batch is never divided. */
const rowsPerSheet = 1_000_000;

/** A spreadsheet (Office Open XML). Texts are texts, so that no formula is; moments are told on the clock of a zone. */
export function xlsxEncoder(timeZone: string): Encoder {
  const offsetAt = offsetsOf(timeZone);
  return (columns, batches) => zip(parts(columns, batches, offsetAt));
}

async function* parts<Row>(
  columns: readonly EncodedColumn<Row>[],
  batches: AsyncIterable<readonly Row[]>,
  offsetAt: (at: number) => number,
): AsyncGenerator<ZipEntry> {
  const bytesOf = batchWriter(rowOf(columns.map((column) => writerOf(column, offsetAt))));
  const headings = batchWriter(
    rowOf(
      columns.map(
        ({ heading }) =>
          (room) =>
            putTextCell(room, heading),
      ),
    ),
  );
  const walk = batches[Symbol.asyncIterator]();
  let next = await walk.next();
  let sheets = 0;
  do {
    sheets++;
    yield { name: `xl/worksheets/sheet${sheets}.xml`, pieces: sheet() };
  } while (!next.done);
  yield file("xl/workbook.xml", workbook(sheets));
  yield file("xl/_rels/workbook.xml.rels", workbookRelations(sheets));
  yield file("xl/styles.xml", styles);
  yield file("_rels/.rels", packageRelations);
  yield file("[Content_Types].xml", contentTypes(sheets));

  async function* sheet(): AsyncGenerator<Buffer> {
    yield Buffer.from(sheetStart);
    yield headings([null]);
    for (let rows = 0; !next.done && rows < rowsPerSheet; next = await walk.next()) {
      rows += next.value.length;
      yield bytesOf(next.value);
    }
    yield Buffer.from(sheetEnd);
  }
}

function file(name: string, text: string): ZipEntry {
  return { name, pieces: [Buffer.from(text)] };
}

function rowOf<Row>(cells: readonly Put<Row>[]): Put<Row> {
  return (room, row) => {
    makeRoom(room);
    putMarks(room, mark.row);
    for (const cell of cells) cell(room, row);
    putMarks(room, mark.rowEnd);
  };
}

/** How the cells of a column are written. */
function writerOf<Row>(column: EncodedColumn<Row>, offsetAt: (at: number) => number): Put<Row> {
  const { value } = column;
  const written = (put: (room: Room, value: NonNullable<CellValue>, row: Row) => void): Put<Row> => {
    return (room, row) => {
      const cell = value(row);
      makeRoom(room);
      if (cell === null) putMarks(room, mark.empty);
      else put(room, cell, row);
    };
  };
  switch (column.kind) {
    case "text":
      return written((room, text) => putTextCell(room, String(text)));
    case "number":
      return written((room, number) => putText(room, `<c><v>${String(number)}</v></c>`));
    case "yes_no":
      return written((room, yes) => putMarks(room, yes ? mark.yes : mark.no));
    case "moment":
      return written((room, at) => putMoment(room, Number(at) + offsetAt(Number(at))));
    case "amount":
      return written((room, amount, row) =>
        putAmount(room, Number(amount), decimalsOf(column.currency(row))),
      );
  }
}

const mark = {
  row: marks("<row>"),
  rowEnd: marks("</row>"),
  empty: marks("<c/>"),
  yes: marks('<c t="b"><v>1</v></c>'),
  no: marks('<c t="b"><v>0</v></c>'),
  text: marks('<c t="str"><v>'),
  valueEnd: marks("</v></c>"),
  point: marks("."),
};

/** The styles of `xlsx-parts`: moments, and amounts with no, one or two, and three decimals. */
const momentMark = marks('<c s="1"><v>');
const amountMarks = [2, 3, 3, 4].map((style) => marks(`<c s="${style}"><v>`));

/** Spreadsheets keep fifteen digits of a number; a longer one stays whole as a text. */
function putAmount(room: Room, amount: number, decimals: number): void {
  const style = amountMarks[decimals];
  const isText = Math.abs(amount) >= 1e15 || !style;
  putMarks(room, isText ? mark.text : style);
  putMajor(room, amount, decimals);
  putMarks(room, mark.valueEnd);
}

const secondsOfDay = 86_400;
/** Days are written to the billionth, a tenth of a millisecond: the second is that which is nearest. */
const dayDigits = 9;

/** Days since the beginning of 1900, as spreadsheets count them, to the second. */
function putMoment(room: Room, shifted: number): void {
  const seconds = Math.floor(shifted / 1000);
  const days = Math.floor(seconds / secondsOfDay);
  putMarks(room, momentMark);
  putDigits(room, days + 25_569);
  putMarks(room, mark.point);
  putDigits(room, Math.round(((seconds - days * secondsOfDay) / secondsOfDay) * 10 ** dayDigits), dayDigits);
  putMarks(room, mark.valueEnd);
}

/** In a cell as they are: nothing to escape, nor what looks like a spreadsheet's own escape, "_x000D_". */
const plain = plainBut(`&<>${String.fromCharCode(...Array(0x20).keys())}`);
plain["_".charCodeAt(0)] = "x".charCodeAt(0);

function putTextCell(room: Room, text: string): void {
  const start = room.length;
  if (isBlank(text.charCodeAt(0)) || isBlank(text.charCodeAt(text.length - 1))) return putEscaped(room, text);
  putMarks(room, mark.text);
  if (putPlain(room, text, plain)) return putMarks(room, mark.valueEnd);
  room.length = start;
  putEscaped(room, text);
}

/** What a reader might trim, or might be such: only ASCII is looked at closely. */
function isBlank(code: number): boolean {
  return code <= 0x20 || code >= 0x80;
}

function putEscaped(room: Room, text: string): void {
  putText(room, `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`);
}

/** As XML takes it: control characters have no place there, and what looks like a spreadsheet's escape is none. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "")
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}
