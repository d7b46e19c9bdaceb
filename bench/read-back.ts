import { createReadStream, openSync, readSync, statSync } from "node:fs";
import { createInflateRaw } from "node:zlib";
import Database from "better-sqlite3";
import { writtenIn } from "#lib/csv";
import type { ExportFormat } from "#lib/exports/choices";
import { readCsv } from "#lib/imports/read-csv";
import { isCurrency, toDecimalString } from "#lib/money";

interface File {
  path: string;
  format: ExportFormat;
  headings: string[];
  timeZone: string;
}

interface Stored {
  id: string;
  at: number;
  amount: number;
  currency: string;
  status: string;
  description: string | null;
}

/** Compares a file of payments with the rows themselves, asked for without Comptoir: how many of its rows are just so. Throws at the first that is not. */
export async function readBack(file: File, database: string, environmentId: number): Promise<number> {
  const db = new Database(database, { readonly: true });
  const stored = db
    .prepare<[number], Stored>(
      `SELECT id, created_at AS at, amount, currency, payment_status AS status, description FROM payment_intents
       WHERE environment_id = ? ORDER BY created_at DESC, id DESC`,
    )
    .iterate(environmentId);
  const expect = expectedOf(file);
  let rows = -1;
  for await (const cells of rowsOf(file)) {
    rows++;
    if (rows === 0) continue;
    const { value } = stored.next();
    const [read, wanted] = [expect.read(cells), value && expect.wanted(value)];
    if (read !== wanted) throw new Error(`Row ${rows} says ${read} instead of ${wanted}`);
  }
  if (!stored.next().done) throw new Error(`The file ends after ${rows} rows`);
  db.close();
  return rows;
}

function expectedOf({ format, headings, timeZone }: File) {
  const told = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  const moment = format === "csv" ? (cell: string) => cell : (cell: string) => dayInWords(Number(cell));
  const text = format === "csv" ? writtenIn : (cell: string) => cell;
  const places = ["id", "created", "amount", "currency", "status", "description"].map((heading) =>
    headings.indexOf(heading),
  );
  return {
    read(cells: string[]): string {
      const [id, at, amount, currency, status, description] = places.map((place) => cells[place] ?? "");
      return [id, moment(at ?? ""), amount, currency, status, text(description ?? "")].join("|");
    },
    wanted({ id, at, amount, currency, status, description }: Stored): string {
      const major = isCurrency(currency) ? toDecimalString({ amount, currency }) : "";
      return [id, told.format(at), major, currency, status, description ?? ""].join("|");
    },
  };
}

/** "2026-11-25 18:12:13", of the days since the beginning of 1900. */
function dayInWords(days: number): string {
  const at = new Date(Math.round((days - 25_569) * 86_400) * 1000);
  return at.toISOString().slice(0, 19).replace("T", " ");
}

async function* rowsOf({ path, format }: File): AsyncGenerator<string[]> {
  if (format === "csv") {
    for await (const { cells } of readCsv(path, { separator: ",", encoding: "utf-8" })) yield cells;
    return;
  }
  for (const [place, { start, end }] of sheetsIn(path).entries()) {
    let rest = "";
    // A sheet is full after a million rows: the next one begins with the headings again.
    let repeated = place > 0;
    for await (const piece of createReadStream(path, { start, end })
      .pipe(createInflateRaw())
      .setEncoding("utf8")) {
      const rows = `${rest}${String(piece)}`.split("</row>");
      rest = rows.pop() ?? "";
      for (const row of rows) {
        if (!repeated) yield cellsIn(row);
        repeated = false;
      }
    }
  }
}

function cellsIn(row: string): string[] {
  return [...row.matchAll(/<c(?: [^>]*)?(?:\/>|>(?:<v>|<is><t[^>]*>)([^<]*)<[^c]*<\/c>)/g)].map(
    ([, cell = ""]) =>
      cell.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&#13;", "\r").replaceAll("&amp;", "&"),
  );
}

/** Where the sheets of a spreadsheet stand compressed, by the directory at its end. */
function sheetsIn(path: string): { start: number; end: number }[] {
  const file = openSync(path, "r");
  const bytes = (at: number, length: number) => {
    const buffer = Buffer.alloc(length);
    readSync(file, buffer, 0, length, at);
    return buffer;
  };
  const closing = bytes(statSync(path).size - 22, 22);
  const directory = bytes(closing.readUInt32LE(16), closing.readUInt32LE(12));
  const sheets = [];
  for (let at = 0; at < directory.length; at += 46 + directory.readUInt16LE(at + 28)) {
    const name = directory.toString("utf8", at + 46, at + 46 + directory.readUInt16LE(at + 28));
    const start = directory.readUInt32LE(at + 42) + 30 + name.length;
    if (name.startsWith("xl/worksheets/"))
      sheets.push({ start, end: start + directory.readUInt32LE(at + 20) - 1 });
  }
  return sheets;
}
