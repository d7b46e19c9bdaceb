import { expect, test } from "vitest";
import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { applyRow } from "#lib/catalogue/apply-row";
import { exportCatalogue } from "#lib/catalogue/export-catalogue";
import { type Cells, readRow } from "#lib/catalogue/read-row";
import { readCsv } from "#lib/csv";
import { createPrice } from "#lib/prices/create-price";
import { pricesOfProducts } from "#lib/prices/prices-of-products";
import { createProduct } from "#lib/products/create-product";
import { listProducts } from "#lib/products/queries";
import { aWorld } from "#tests/support/world";

async function apply(viewer: Viewer, cells: Cells) {
  const read = readRow(cells);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return transaction(viewer, (tx) => applyRow(tx, read.row));
}

const soap: Cells = {
  product_name: "Soap",
  product_unit_label: "bar",
  price_model: "graduated",
  price_currency: "EUR",
  price_amount: "10:7.00+29.00 inf:4.125",
  price_other_currencies: "jpy=10:900 inf:600",
  price_interval: "month",
  price_default: "yes",
  price_lookup_key: "soap_monthly",
};

test("a line makes a product with its price; the same line again changes nothing", async () => {
  const { viewer } = await aWorld();
  expect(await apply(viewer, soap)).toBe("created");
  expect(await apply(viewer, soap)).toBe("unchanged");
  expect(await apply(viewer, { ...soap, product_description: "Of lavender" })).toBe("updated");
  expect(
    await apply(viewer, {
      ...soap,
      price_model: "flat",
      price_amount: "5",
      price_other_currencies: "",
      price_lookup_key: "",
    }),
  ).toBe("created");
  const { rows } = await listProducts(viewer, { limit: 10 });
  expect(rows).toMatchObject([{ name: "Soap", description: "Of lavender", unitLabel: "bar" }]);
  expect((await pricesOfProducts(viewer, [rows[0]?.id ?? ""])).get(rows[0]?.id ?? "")).toHaveLength(2);
});

test("what a price costs cannot be changed by a line, nor another product's price taken", async () => {
  const { viewer } = await aWorld();
  await apply(viewer, soap);
  await expect(apply(viewer, { ...soap, price_amount: "10:8.00 inf:4" })).rejects.toMatchObject({
    facts: { code: "price_fixed" },
  });
  const other = await createPrice(viewer, { currency: "eur", unitAmount: "1", product: { name: "Other" } });
  const taken = { ...soap, price_id: other.id };
  await expect(apply(viewer, taken)).rejects.toMatchObject({ facts: { code: "price_elsewhere" } });
});

test("what is exported from one environment is imported into another, and again without doubles", async () => {
  const [{ viewer }, there] = [await aWorld(), await aWorld({ currency: "usd" })];
  await createProduct(viewer, { name: "Bare", description: "Two\nlines, and a comma" });
  await apply(viewer, soap);
  await apply(viewer, {
    product_name: "Gift",
    price_model: "custom",
    price_currency: "eur",
    price_amount: "5..~20",
  });
  await apply(viewer, {
    product_name: "Crate",
    ...{ price_model: "package", price_currency: "kwd", price_amount: "1.250", price_package_size: "12" },
  });
  const lines = cellsOf(await textOf(viewer));
  for (const line of lines) expect(await apply(there.viewer, line)).toBe("created");
  for (const line of lines) expect(await apply(there.viewer, line)).toBe("unchanged");
  const sorted = (text: string) => text.split("\r\n").sort();
  expect(sorted(await textOf(there.viewer))).toEqual(sorted(await textOf(viewer)));
});

test("everything that is wrong with a line is told at once", () => {
  const cells = {
    price_currency: "xyz",
    price_amount: "5",
    product_active: "perhaps",
    product_url: "no address",
  };
  expect(readRow(cells)).toEqual({
    problems: [
      { field: "product_name", code: "required" },
      { field: "product_url", code: "url_invalid" },
      { field: "product_active", code: "yes_no_unknown" },
      { field: "price_currency", code: "currency_unknown" },
    ],
  });
});

async function textOf(viewer: Viewer): Promise<string> {
  let text = "";
  for await (const part of exportCatalogue(viewer)) text += part;
  return text;
}

/** Lines of such a file by the names in its first. */
function cellsOf(text: string): Cells[] {
  const [header = [], ...lines] = readCsv(text);
  return lines.map((line) => Object.fromEntries(header.map((name, at) => [name, line[at] || undefined])));
}
