import { expect, test } from "vitest";
import { transaction } from "#db/transaction";
import { exportCatalogue } from "#lib/catalogue/export-catalogue";
import { createPrice } from "#lib/prices/create-price";
import { insertPrice } from "#lib/prices/insert-price";
import { createProduct } from "#lib/products/create-product";
import { updateProduct } from "#lib/products/update-product";
import { aWorld } from "#tests/support/world";

async function linesOf(parts: AsyncIterable<string>): Promise<string[]> {
  let text = "";
  for await (const part of parts) text += part;
  return text.trim().split("\r\n");
}

test("a price a line, a product without one on its own, formulas as text", async () => {
  const { viewer } = await aWorld();
  const bare = await createProduct(viewer, { name: "=1+1" });
  const soap = await createProduct(viewer, {
    name: "Soap, small",
    defaultPrice: { currency: "eur", unitAmount: "1250", taxBehavior: "inclusive" },
  });
  const yearly = { currency: "jpy", unitAmount: "900", recurring: { interval: "year" as const } };
  const price = await createPrice(viewer, { ...yearly, productId: soap.id, lookupKey: "soap_yearly" });
  const [header = "", ...lines] = await linesOf(exportCatalogue(viewer, { of: "products" }));
  expect(header).toMatch(/^product_id,product_name,.*price_lookup_key,price_description$/);
  expect(lines).toHaveLength(3);
  expect(lines.find((line) => line.startsWith(bare.id))).toContain(",'=1+1,yes,");
  expect(lines.find((line) => line.includes(price.id))).toContain(
    ",no,yes,flat,jpy,900,,,year,1,unspecified,soap_yearly,",
  );
  expect(lines.find((line) => line.includes(soap.defaultPriceId ?? "-"))).toContain('"Soap, small"');
});

test("every price, however many products of a page have together", async () => {
  const { viewer } = await aWorld();
  const { id: productId } = await createProduct(viewer, { name: "Soap" });
  const most = 1_001;
  await transaction(viewer, async (tx) => {
    for (let cents = 1; cents <= most; cents++) {
      await insertPrice(tx, productId, { currency: "eur", unitAmount: String(cents) });
    }
  });
  const lines = await linesOf(exportCatalogue(viewer, { of: "products" }));
  expect(lines).toHaveLength(1 + most);
  expect(lines.at(-1)).toContain(",flat,eur,0.01,");
});

test("only what is asked for, only one's own, and only for who may take it away", async () => {
  const [{ viewer, viewerWith }, other] = [await aWorld(), await aWorld()];
  const { id } = await createProduct(viewer, { name: "Soap" });
  await updateProduct(viewer, { id, active: false });
  expect(await linesOf(exportCatalogue(viewer, { of: "products", active: true }))).toHaveLength(1);
  expect(await linesOf(exportCatalogue(viewer, { of: "products", active: false }))).toHaveLength(2);
  expect(await linesOf(exportCatalogue(other.viewer, { of: "products" }))).toHaveLength(1);
  expect(() => exportCatalogue(viewerWith(["support_specialist"]), { of: "coupons" })).toThrow(
    /exports:read/,
  );
});

test("as many columns as an import reads: the names in the metadata of the newest rows", async () => {
  const { viewer } = await aWorld();
  for (const letter of ["a", "b", "c", "d", "e"]) {
    const names = Array.from({ length: 50 }, (_, at) => [`${letter}${at}`, letter]);
    await createProduct(viewer, { name: letter, metadata: Object.fromEntries(names) });
  }
  const lines = await linesOf(exportCatalogue(viewer, { of: "products" }));
  expect(lines.map((line) => line.split(",").length)).toEqual(Array.from({ length: 6 }, () => 200));
  const [header = ""] = lines;
  expect(header).toContain(",metadata.e49");
  expect(header).not.toContain(",metadata.a0");
});

test("a name in the metadata that every object has by itself is a name like any", async () => {
  const { viewer } = await aWorld();
  await createProduct(viewer, { name: "Bare" });
  await createProduct(viewer, { name: "Built", metadata: { constructor: "Eiffel" } });
  const [header = "", ...lines] = await linesOf(exportCatalogue(viewer, { of: "products" }));
  expect(header).toMatch(/,metadata\.constructor$/);
  expect(lines.map((line) => line.split(",").at(-1)).sort()).toEqual(["", "Eiffel"]);
});
