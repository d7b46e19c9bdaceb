import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalsOf } from "#lib/exports/amounts";
import { csvEncoder } from "#lib/exports/csv-encoder";
import type { CellValue, EncodedColumn, Encoder } from "#lib/exports/encoder";
import { offsetsOf } from "#lib/exports/local-time";
import { batchWriter, putMajor } from "#lib/exports/room";
import { xlsxEncoder } from "#lib/exports/xlsx-encoder";
import { toDecimalString } from "#lib/money";
import { rowsOfCsv, rowsOfSheet, unzip } from "#tests/support/spreadsheet";

interface Row {
  value: CellValue;
  currency: string;
}

async function encoded(encode: Encoder, column: EncodedColumn<Row>, ...batches: Row[][]): Promise<Buffer> {
  async function* each() {
    yield* batches;
  }
  const pieces: Buffer[] = [];
  for await (const piece of encode([column], each())) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

const value = (row: Row) => row.value;
const text: EncodedColumn<Row> = { heading: "text", kind: "text", value };
const rowsWith = (values: CellValue[]): Row[] => values.map((each) => ({ value: each, currency: "" }));

test("amounts are exact in every currency", async () => {
  const column: EncodedColumn<Row> = {
    heading: "amount",
    kind: "amount",
    value,
    currency: ({ currency }) => currency,
  };
  const amounts: [number, string][] = [
    [1250, "eur"],
    [-5, "eur"],
    [5000, "jpy"],
    [12_345, "kwd"],
    [-7, "kwd"],
    [0, "usd"],
    [99_999_999_999_999, "eur"],
  ];
  const batch = amounts.map(([amount, currency]) => ({ value: amount, currency }));
  const wanted = ["12.50", "-0.05", "5000", "12.345", "-0.007", "0.00", "999999999999.99"].map((cell) => [
    cell,
  ]);
  const csv = await encoded(csvEncoder("UTC"), column, batch);
  expect(rowsOfCsv(csv.toString()).slice(1)).toEqual(wanted);
  expect(rowsOfSheet(await encoded(xlsxEncoder("UTC"), column, batch)).slice(1)).toEqual(wanted);
});

test("an amount is written as the rest of Comptoir writes it", () => {
  const any = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
  fc.assert(
    fc.property(any, fc.constantFrom("jpy", "eur", "kwd"), (amount, currency) => {
      const major = batchWriter<number>((room, minor) => putMajor(room, minor, decimalsOf(currency)));
      expect(major([amount]).toString()).toBe(toDecimalString({ amount, currency }));
    }),
  );
});

test("no text becomes a formula", async () => {
  const formulas = ["=1+1", "+1", "-1+2", "@sum", "\t=1", "=cmd|' /C calc'!A0"];
  const csv = (await encoded(csvEncoder("UTC"), text, rowsWith(formulas))).toString();
  for (const [cell = ""] of rowsOfCsv(csv).slice(1)) expect(cell).toMatch(/^'/);
  const xlsx = await encoded(xlsxEncoder("UTC"), text, rowsWith(formulas));
  expect(unzip(xlsx).get("xl/worksheets/sheet1.xml")).not.toContain("<f>");
  expect(rowsOfSheet(xlsx).flat().slice(1)).toEqual(formulas);
});

test("any text comes back as it was, but for what a format has no place for", async () => {
  const words = fc.array(fc.constantFrom('"', ",", "\r\n", "<b>", "&", "é", "日本", " ", "a", "_x000D_"), {
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        words.map((parts) => `a${parts.join("")}`),
        { maxLength: 5 },
      ),
      async (values) => {
        const csv = await encoded(csvEncoder("UTC"), text, rowsWith(values));
        expect(rowsOfCsv(csv.toString()).slice(1).flat()).toEqual(values);
        const xlsx = rowsOfSheet(await encoded(xlsxEncoder("UTC"), text, rowsWith(values)));
        expect(xlsx.slice(1).flat()).toEqual(
          values.map((value) => value.replaceAll("_x000D_", "_x005F_x000D_")),
        );
      },
    ),
    { numRuns: 20 },
  );
});

test("texts of any length come back, in whichever batch they are", async () => {
  const values = Array.from({ length: 40 }, (_, at) => `${at} ${"é日a".repeat(at * at * 10)}.`);
  const batches = values.map((each) => rowsWith([each, "short"]));
  const wanted = values.flatMap((each) => [each, "short"]);
  const csv = await encoded(csvEncoder("UTC"), text, ...batches);
  expect(rowsOfCsv(csv.toString()).slice(1).flat()).toEqual(wanted);
  const xlsx = await encoded(xlsxEncoder("UTC"), text, ...batches);
  expect(rowsOfSheet(xlsx).slice(1).flat()).toEqual(wanted);
});

test("what a spreadsheet or XML would read otherwise is told as it is", async () => {
  const values = [
    "",
    " a",
    "a\u00a0",
    "É",
    "\ud83d\ude00",
    "a_x0041_b",
    "_x",
    "ch_x1",
    "\u0001a\tb\rc\n",
    "\uffff<&>",
  ];
  const xlsx = unzip(await encoded(xlsxEncoder("UTC"), text, rowsWith(values)));
  const cells = [
    ...(xlsx.get("xl/worksheets/sheet1.xml") ?? "").matchAll(/<[tv]( xml:space="preserve")?>([^<]*)<.[tv]>/g),
  ];
  expect(cells.slice(1).map(([, kept, cell]) => [cell, kept !== undefined])).toEqual([
    ["", false],
    [" a", true],
    ["a\u00a0", true],
    ["É", true],
    ["\ud83d\ude00", true],
    ["a_x005F_x0041_b", true],
    ["_x", true],
    ["ch_x1", true],
    ["a\tb&#13;c\n", true],
    ["&lt;&amp;&gt;", true],
  ]);
});

test.each([
  ["Europe/Paris", "2026-03-29T00:59:59Z", "2026-03-29 01:59:59"],
  ["Europe/Paris", "2026-03-29T01:00:00Z", "2026-03-29 03:00:00"],
  ["America/New_York", "2026-11-01T06:00:00Z", "2026-11-01 01:00:00"],
  ["Asia/Kathmandu", "2026-06-01T00:00:00Z", "2026-06-01 05:45:00"],
  ["UTC", "2026-06-01T23:59:59Z", "2026-06-01 23:59:59"],
])("a moment is told on the clock of %s: %s", async (zone, moment, said) => {
  const column: EncodedColumn<Row> = { heading: "at", kind: "moment", value };
  const at = Date.parse(moment);
  const csv = await encoded(csvEncoder(zone), column, rowsWith([at]));
  expect(rowsOfCsv(csv.toString())[1]).toEqual([said]);
  const [, [number = ""] = []] = rowsOfSheet(await encoded(xlsxEncoder(zone), column, rowsWith([at])));
  const back = new Date(Math.round((Number(number) - 25_569) * 86_400) * 1000);
  expect(back.toISOString().slice(0, 19).replace("T", " ")).toBe(said);
  expect(at + offsetsOf(zone)(at)).toBe(back.getTime());
});

test("whatever the moment and the zone, clocks are as far ahead as they are", () => {
  const zones = ["Europe/Paris", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Cairo"];
  const offsets = new Map(zones.map((zone) => [zone, offsetsOf(zone)]));
  const at = fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2030, 0) });
  fc.assert(
    fc.property(fc.constantFrom(...zones), at, (zone, moment) => {
      const second = Math.floor(moment / 1000) * 1000;
      const told = new Date(second + (offsets.get(zone)?.(second) ?? 0)).toISOString().slice(0, 19);
      const said = new Intl.DateTimeFormat("sv-SE", {
        timeZone: zone,
        dateStyle: "short",
        timeStyle: "medium",
      });
      expect(told.replace("T", " ")).toBe(said.format(second));
    }),
  );
});

test("a spreadsheet without rows has its headings, and every part it needs", async () => {
  const xlsx = await encoded(xlsxEncoder("UTC"), text);
  expect(rowsOfSheet(xlsx)).toEqual([["text"]]);
  expect([...unzip(xlsx).keys()]).toEqual([
    "xl/worksheets/sheet1.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "_rels/.rels",
    "[Content_Types].xml",
  ]);
});
