import { decimalsOf, toMajor } from "./amounts.ts";
import { bytesOf } from "./bytes-of.ts";
import type { EncodedColumn, Encoder } from "./encoder.ts";
import { offsetsOf } from "./local-time.ts";
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
  const row = rowOf(columns.map((column) => writerOf(column, offsetAt)));
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
    const headings = columns.map(({ heading }) => textCell(heading)).join("");
    yield Buffer.from(`${sheetStart}<row>${headings}</row>`);
    for (let rows = 0; !next.done && rows < rowsPerSheet; next = await walk.next()) {
      rows += next.value.length;
      yield bytesOf(next.value, row);
    }
    yield Buffer.from(sheetEnd);
  }
}

function file(name: string, text: string): ZipEntry {
  return { name, pieces: [Buffer.from(text)] };
}

function rowOf<Row>(cells: readonly ((row: Row) => string)[]): (row: Row) => string {
  return (row) => {
    let xml = "<row>";
    for (const cell of cells) xml += cell(row);
    return `${xml}</row>`;
  };
}

/** How the cells of a column are written. */
function writerOf<Row>(column: EncodedColumn<Row>, offsetAt: (at: number) => number): (row: Row) => string {
  const { value } = column;
  const written = (write: (value: string | number | boolean, row: Row) => string) => (row: Row) => {
    const cell = value(row);
    return cell === null ? "<c/>" : write(cell, row);
  };
  switch (column.kind) {
    case "text":
      return written((text) => textCell(String(text)));
    case "number":
      return written((number) => `<c><v>${String(number)}</v></c>`);
    case "yes_no":
      return written((yes) => `<c t="b"><v>${yes ? 1 : 0}</v></c>`);
    case "moment":
      return written((at) => `<c s="1"><v>${dayNumber(Number(at) + offsetAt(Number(at)))}</v></c>`);
    case "amount":
      return written((amount, row) => amountCell(Number(amount), decimalsOf(column.currency(row))));
  }
}

/** Spreadsheets keep fifteen digits of a number; a longer one stays whole as a text. */
function amountCell(amount: number, decimals: number): string {
  const major = toMajor(amount, decimals);
  return Math.abs(amount) < 1e15 ? `<c s="${amountStyle(decimals)}"><v>${major}</v></c>` : textCell(major);
}

/** The styles of `xlsx-parts`: amounts with no, two and three decimals. */
function amountStyle(decimals: number): number {
  return decimals === 0 ? 2 : decimals === 2 ? 3 : 4;
}

/** Days since the beginning of 1900, as spreadsheets count them, to the second. */
function dayNumber(shifted: number): number {
  return Math.floor(shifted / 1000) / 86_400 + 25_569;
}

/** What stands in a cell as it is: nothing to escape, and no blanks that a reader might trim. */
const unplain = /[&<>\x00-\x1f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_|^\s|\s$/;

function textCell(text: string): string {
  if (!unplain.test(text)) return `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
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
