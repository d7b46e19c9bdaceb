import { expect, test } from "vitest";
import { importCatalogue } from "#lib/catalogue/import-catalogue";
import { readCsv, toCsv } from "#lib/csv";
import { listProducts } from "#lib/products/queries";
import { aWorld } from "#tests/support/world";

const file = toCsv([
  ["product_name", "price_currency", "price_amount", "price_lookup_key"],
  ["Soap", "eur", "5.00", "soap"],
  ["Candle", "eur", "none", ""],
  ["Soap", "eur", "6.00", "soap"],
  ["Honey", "", "", ""],
]);

test("a file is checked without changing anything, then taken in; its bad lines keep nothing else", async () => {
  const { viewer } = await aWorld();
  const told = {
    created: 2,
    updated: 0,
    unchanged: 0,
    refused: [
      { line: 3, problems: [{ field: "price_amount", code: "price_unreadable" }] },
      { line: 4, problems: [{ field: "price_amount", code: "price_fixed" }] },
    ],
  };
  expect(await importCatalogue(viewer, file, "check")).toEqual(told);
  expect((await listProducts(viewer, { limit: 10 })).rows).toEqual([]);
  expect(await importCatalogue(viewer, file, "import")).toEqual(told);
  expect((await listProducts(viewer, { limit: 10 })).rows.map(({ name }) => name)).toEqual(["Honey", "Soap"]);
  expect(await importCatalogue(viewer, file, "import")).toMatchObject({
    created: 0,
    updated: 0,
    unchanged: 2,
  });
});

test("what is no such file, or too long, is refused; so is who may only read", async () => {
  const { viewer, viewerWith } = await aWorld();
  const code = (text: string) =>
    importCatalogue(viewer, text, "import").then(
      () => "none",
      (error: { facts: { code: string } }) => error.facts.code,
    );
  expect(await code("name,price\r\nSoap,5\r\n")).toBe("import_no_columns");
  expect(await code(`product_name\n${"Soap\n".repeat(2001)}`)).toBe("import_too_long");
  await expect(importCatalogue(viewerWith(["view_only"]), file, "check")).rejects.toMatchObject({
    facts: { status: 403 },
  });
});

test("lines are read as spreadsheets write them", () => {
  const rows = [
    ["a", 'say "hi", twice', "two\nlines"],
    ["=1+1", "", "-5"],
  ];
  expect(readCsv(toCsv(rows))).toEqual(rows);
  expect(readCsv("\ufeffa;b;c\n1;2,5;\n\n;;\n3;4;5")).toEqual([
    ["a", "b", "c"],
    ["1", "2,5", ""],
    ["3", "4", "5"],
  ]);
  expect(readCsv('a,5" tall,"b\nc,d')).toEqual([
    ["a", '5" tall', '"b'],
    ["c", "d"],
  ]);
});
