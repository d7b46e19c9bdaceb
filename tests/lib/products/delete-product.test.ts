import { expect, test } from "vitest";
import { createPrice } from "#lib/prices/create-price";
import { deletePrice } from "#lib/prices/delete-price";
import { getPrice } from "#lib/prices/queries";
import { updatePrice } from "#lib/prices/update-price";
import { createProduct } from "#lib/products/create-product";
import { deleteProduct, deleteProductAndPrices } from "#lib/products/delete-product";
import { getProduct } from "#lib/products/queries";
import { aWorld } from "#tests/support/world";

const defaultPrice = { currency: "eur", unitAmount: "1000" };

test("a product goes with its prices only where that was asked for", async () => {
  const { viewer } = await aWorld();
  const product = await createProduct(viewer, { name: "Soap", defaultPrice });
  const price = await createPrice(viewer, { currency: "eur", unitAmount: "5", productId: product.id });
  await expect(deleteProduct(viewer, product.id)).rejects.toMatchObject({ facts: { status: 400 } });
  await deleteProductAndPrices(viewer, product.id);
  for (const gone of [getProduct(viewer, product.id), getPrice(viewer, price.id)]) {
    await expect(gone).rejects.toMatchObject({ facts: { status: 404 } });
  }
});

test("the default price cannot be deleted, another one can", async () => {
  const { viewer } = await aWorld();
  const product = await createProduct(viewer, { name: "Soap", defaultPrice });
  const other = await createPrice(viewer, { currency: "eur", unitAmount: "5", productId: product.id });
  await expect(deletePrice(viewer, product.defaultPriceId ?? "")).rejects.toThrow(/default price/);
  await deletePrice(viewer, other.id);
  await expect(getPrice(viewer, other.id)).rejects.toMatchObject({ facts: { status: 404 } });
});

test("what a price goes by can be taken away again", async () => {
  const { viewer } = await aWorld();
  const given = { currency: "eur", unitAmount: "5", lookupKey: "soap", nickname: "Small" };
  const price = await createPrice(viewer, { ...given, product: { name: "Soap" } });
  expect(await updatePrice(viewer, price.id, { lookupKey: null, nickname: null })).toMatchObject({
    lookupKey: null,
    nickname: null,
  });
  await createPrice(viewer, { ...given, product: { name: "Soap" } });
});

test("another tenant's product is not found, and who may only read does not delete", async () => {
  const [{ viewer, viewerWith }, other] = [await aWorld(), await aWorld()];
  const product = await createProduct(viewer, { name: "Soap", defaultPrice });
  await expect(deleteProductAndPrices(other.viewer, product.id)).rejects.toMatchObject({
    facts: { status: 404 },
  });
  await expect(deleteProductAndPrices(viewerWith(["view_only"]), product.id)).rejects.toMatchObject({
    facts: { status: 403 },
  });
});
