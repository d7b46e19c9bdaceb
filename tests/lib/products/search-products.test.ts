import { expect, test } from "vitest";
import { createProduct } from "#lib/products/create-product";
import { searchProducts } from "#lib/products/search-products";
import { updateProduct } from "#lib/products/update-product";
import { followChanges } from "#lib/search/index/follow-changes";
import { aWorld } from "#tests/support/world";

test("products are found by what is said of them, on offer or not, a page at a time", async () => {
  const [{ viewer, viewerWith }, other] = [await aWorld(), await aWorld()];
  const names = ["Lavender soap", "Lavender honey", "Candle"];
  for (const name of names) await createProduct(viewer, { name, metadata: { shelf: "B7" } });
  await createProduct(other.viewer, { name: "Lavender tea" });
  const old = await createProduct(viewer, { name: "Lavender oil" });
  await updateProduct(viewer, { id: old.id, active: false });
  await followChanges();

  const namesOf = async (text: string, active?: boolean) =>
    (await searchProducts(viewer, { text, active }, { limit: 10 })).rows.map(({ name }) => name);
  expect(await namesOf("lavend")).toEqual(["Lavender oil", "Lavender honey", "Lavender soap"]);
  expect(await namesOf("lavender", true)).toEqual(["Lavender honey", "Lavender soap"]);
  expect(await namesOf("lavender", false)).toEqual(["Lavender oil"]);
  expect(await namesOf("b7 candle")).toEqual(["Candle"]);

  const first = await searchProducts(viewer, { text: "b7" }, { limit: 2 });
  const rest = await searchProducts(viewer, { text: "b7" }, { limit: 2, before: first.next ?? undefined });
  expect([...first.rows, ...rest.rows].map(({ name }) => name)).toEqual([...names].reverse());
  expect(rest.next).toBeNull();
  const nobody = viewerWith(["iam_admin"]);
  await expect(searchProducts(nobody, { text: "b7" }, { limit: 2 })).rejects.toMatchObject({
    facts: { status: 403 },
  });
});
