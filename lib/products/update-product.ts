import { change, find } from "#db/rows";
import { prices, products } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid, notFound } from "#lib/errors";
import { differences } from "#lib/events/differences";
import { record } from "#lib/events/record";
import { changedFacts } from "./change-product.ts";
import type { ProductInput } from "./product-input.ts";
import { findProduct } from "./queries.ts";
import { type ProductRow, toProduct } from "./wire.ts";

/** Changes a product. `defaultPriceId` must be a price of its own. */
export async function updateProduct(
  viewer: Viewer,
  { id, defaultPriceId, ...input }: ProductInput & { id: string; defaultPriceId?: string },
): Promise<ProductRow> {
  authorize(viewer, "products:write");
  return transaction(viewer, async (tx) => {
    const row = await findProduct(tx, id);
    if (defaultPriceId !== undefined) await assertOwnPrice(tx, id, defaultPriceId);
    const facts = { ...changedFacts(row, input), defaultPriceId: defaultPriceId ?? row.defaultPriceId };
    const before = toProduct(row, viewer.environment);
    const changes = differences(before, toProduct({ ...row, ...facts }, viewer.environment));
    if (Object.keys(changes).length === 0) return row;
    const changed = await change(tx, products, row, { ...facts, updatedAt: tx.now });
    await record(tx, "product.updated", toProduct(changed, viewer.environment), { before });
    return changed;
  });
}

async function assertOwnPrice(tx: Tx, productId: string, priceId: string): Promise<void> {
  const price = await find(tx, prices, priceId);
  if (!price) throw notFound("price", priceId, "default_price");
  if (price.productId !== productId) {
    throw invalid(
      `The price '${priceId}' belongs to another product: choose one of this product's own prices.`,
      { param: "default_price" },
    );
  }
  if (price.active) return;
  throw invalid(`The price '${priceId}' is archived: make it active before it becomes the default price.`, {
    param: "default_price",
  });
}
