import { find, insert } from "#db/rows";
import { products } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { newId } from "#lib/ids";
import { changedFacts, type ProductFacts } from "./change-product.ts";
import type { NewProductInput } from "./product-input.ts";
import { type ProductRow, toProduct } from "./wire.ts";

const empty: ProductFacts = {
  active: true,
  description: null,
  images: [],
  marketingFeatures: [],
  metadata: {},
  name: "",
  packageDimensions: null,
  performanceLocation: null,
  shippable: null,
  statementDescriptor: null,
  taxCode: null,
  unitLabel: null,
  url: null,
};

/** Adds a product, inside the transaction of a command that was authorized. Throws when its id is taken. */
export async function insertProduct(
  tx: Tx,
  input: NewProductInput,
  defaultPriceId: string | null = null,
): Promise<ProductRow> {
  const id = input.id ?? newId("prod", tx.now);
  if (input.id !== undefined && (await find(tx, products, id))) {
    throw invalid("Product already exists.", { code: "resource_already_exists", param: "id" });
  }
  const row = await insert(tx, products, {
    ...changedFacts(empty, input),
    id,
    createdAt: tx.now,
    updatedAt: tx.now,
    defaultPriceId,
    type: input.type ?? "service",
  });
  await record(tx, "product.created", toProduct(row, tx.viewer.environment));
  return row;
}
