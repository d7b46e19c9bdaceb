import { createReadStream } from "node:fs";

/** A row of a file: its cells, and where the one behind it begins. */
export interface CsvRow {
  cells: string[];
  /** From 1 where reading began, as a spreadsheet counts: empty rows too, and a row with line breaks in it once. */
  number: number;
  next: number;
}

/** The widest and longest that is read: what goes beyond is no table of anything. */
export const mostCells = 200;
const longestRow = 256 * 1024;

export type Separator = "," | ";" | "\t";

/** What a file is written in: found in its beginning. */
export interface CsvDialect {
  separator: Separator;
  encoding: "utf-8" | "windows-1252";
}

/** The file ends within quotes, or a row is longer or wider than any is. */
export class UnreadableCsv extends Error {
  /** Which row it is, as `CsvRow` counts. */
  readonly number: number;

  constructor(message: string, number: number) {
    super(message);
    this.number = number;
  }
}

/**
 * The rows of a file from a byte on (RFC 4180; also with semicolons or tabs, and lines ended by LF alone). Rows without
 * anything are counted and left out. Throws `UnreadableCsv`.
 */
export async function* readCsv(
  path: string,
  { separator, encoding }: CsvDialect,
  start = 0,
): AsyncGenerator<CsvRow> {
  const decoder = new TextDecoder(encoding);
  const marks = { separator: separator.charCodeAt(0), quote: 34, feed: 10, carriage: 13 };
  let bytes: number[] = [];
  let cells: string[] = [];
  let state: "plain" | "quoted" | "closing" = "plain";
  let at = start;
  let first = start;
  let ended = 0;
  const unreadable = (why: string) => new UnreadableCsv(why, ended + 1);
  const endCell = () => {
    cells.push(decoder.decode(Uint8Array.from(bytes)));
    bytes = [];
    state = "plain";
    if (cells.length > mostCells) throw unreadable("too many columns");
  };
  const endRow = (): string[] | null => {
    endCell();
    ended++;
    const row = cells;
    cells = [];
    first = at;
    return row.every((cell) => cell === "") ? null : row;
  };
  for await (const chunk of createReadStream(path, { start })) {
    for (const byte of chunk as Buffer) {
      at++;
      if (at - first > longestRow) throw unreadable("a row is too long");
      if (state === "quoted") {
        if (byte === marks.quote) state = "closing";
        else bytes.push(byte);
      } else if (byte === marks.quote && (state === "closing" || bytes.length === 0)) {
        if (state === "closing") bytes.push(byte);
        state = "quoted";
      } else if (byte === marks.separator) endCell();
      else if (byte === marks.feed) {
        const row = endRow();
        if (row) yield { cells: row, number: ended, next: at };
      } else if (byte !== marks.carriage) bytes.push(byte);
    }
  }
  if (state === "quoted") throw unreadable("a quote is not closed");
  const last = bytes.length > 0 || cells.length > 0 ? endRow() : null;
  if (last) yield { cells: last, number: ended, next: at };
}

/** Which of the separators, and which letters, a file is written in, by its first bytes. */
export function dialectOf(beginning: Buffer): CsvDialect {
  const line = (beginning.toString("latin1").split("\n", 1)[0] ?? "").replaceAll(/"[^"]*"/g, "");
  const count = (separator: Separator) => line.split(separator).length;
  const separators: Separator[] = [",", ";", "\t"];
  separators.sort((a, b) => count(b) - count(a));
  return { separator: separators[0] ?? ",", encoding: isUtf8(beginning) ? "utf-8" : "windows-1252" };
}

/** Cut anywhere, so that the last letter may be half one. */
function isUtf8(beginning: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(beginning, { stream: true });
    return true;
  } catch {
    return false;
  }
}
