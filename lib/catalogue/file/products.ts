import { and, asc, eq } from "drizzle-orm";
import { find } from "#db/rows";
import { products } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import { isCurrency } from "#lib/currencies";
import type { ImportKind, RowValues } from "#lib/imports/kind";
import { plainHeading } from "#lib/imports/mapping";
import { toAmountText, toOthersText } from "#lib/prices/amount-text";
import { modelNameOf } from "#lib/prices/price-in";
import { everyPrice, pricesOfProducts } from "#lib/prices/prices-of-products";
import type { PriceRow } from "#lib/prices/wire";
import { listProducts } from "#lib/products/queries";
import type { ProductRow } from "#lib/products/wire";
import { applyRow } from "./apply-row.ts";
import { cellReader, writeYesNo } from "./cells.ts";
import { readRow } from "./product-row.ts";
import { rowsPerPage, type Sheet } from "./sheet.ts";

/** A price a row; a product without prices on a row of its own. */
interface PricedProduct {
  product: ProductRow;
  price: PriceRow | null;
}

const columns: Sheet<PricedProduct>["columns"] = {
  product_id: ({ product: { id } }) => id,
  product_name: ({ product: { name } }) => name,
  product_active: ({ product: { active } }) => writeYesNo(active),
  product_description: ({ product: { description } }) => description,
  product_tax_code: ({ product: { taxCode } }) => taxCode,
  product_statement_descriptor: ({ product: { statementDescriptor } }) => statementDescriptor,
  product_unit_label: ({ product: { unitLabel } }) => unitLabel,
  product_shippable: ({ product: { shippable } }) => writeYesNo(shippable),
  product_url: ({ product: { url } }) => url,
  product_images: ({ product: { images } }) => images.join(" "),
  price_id: ({ price }) => price?.id,
  price_default: ({ product: { defaultPriceId }, price }) => price && writeYesNo(price.id === defaultPriceId),
  price_active: ({ price }) => price && writeYesNo(price.active),
  price_model: ({ price }) => price && modelNameOf(price),
  price_currency: ({ price }) => price?.currency,
  price_amount: ({ price }) =>
    price && isCurrency(price.currency) ? toAmountText(price, price.currency) : null,
  price_package_size: ({ price }) => price?.transformQuantity?.divide_by.toString(),
  price_other_currencies: ({ price }) => price && toOthersText(price),
  price_interval: ({ price }) => price?.interval,
  price_interval_count: ({ price }) => price?.intervalCount?.toString(),
  price_tax_behavior: ({ price }) => price?.taxBehavior,
  price_lookup_key: ({ price }) => price?.lookupKey,
  price_description: ({ price }) => price?.nickname,
};

export const productSheet: Sheet<PricedProduct> = {
  columns,
  metadata: ({ product }) => product.metadata,
  async page(viewer, after, active) {
    const request = { limit: rowsPerPage, starting_after: after };
    const { rows, hasMore } = await listProducts(viewer, request, { active });
    const prices = await pricesOfProducts(
      viewer,
      rows.map(({ id }) => id),
      everyPrice,
    );
    const priced = rows.flatMap((product): PricedProduct[] => {
      const own = prices.get(product.id) ?? [];
      return own.length > 0 ? own.map((price) => ({ product, price })) : [{ product, price: null }];
    });
    return { rows: priced, next: hasMore ? rows.at(-1)?.id : undefined };
  },
};

/** Products by their id, else by their name, each row with one of their prices. */
export const productImport: ImportKind = {
  name: "products",
  permission: "products:write",
  fields: Object.keys(columns),
  keys: ["product_id", "product_name"],
  headings: {
    ...Object.fromEntries(Object.keys(columns).map((field) => [plainHeading(field), field])),
    ...{ name: "product_name", product: "product_name", description: "product_description" },
    ...{ price: "price_amount", amount: "price_amount", currency: "price_currency" },
  },
  problems({ fields }) {
    const cells = cellReader(fields);
    readRow(fields, cells);
    return cells.problems;
  },
  find: productsKnownBy,
  async apply(tx, id, { fields, metadata }) {
    const row = readRow(fields, cellReader(fields));
    return applyRow(tx, id, { ...row, product: { ...row.product, metadata } });
  },
};

async function productsKnownBy(handle: Handle, _: string, { fields }: RowValues): Promise<string[]> {
  const { product_id: id, product_name: name = "" } = fields;
  if (id !== undefined) return (await find(handle, products, id)) ? [id] : [];
  const rows = await handle.db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.environmentId, handle.environmentId), eq(products.name, name)))
    .orderBy(asc(products.createdAt), asc(products.id))
    .limit(2);
  return rows.map((row) => row.id);
}
