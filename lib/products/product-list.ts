import { products } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { activityFilter } from "#lib/catalogue/list/activity-filter";
import { daysFilter } from "#lib/lists/filters/days-filter";
import { both } from "#lib/lists/filters/filter";
import { textFilter } from "#lib/lists/filters/text-filter";
import type { QueryOf } from "#lib/lists/list-source";
import { creationSorts } from "#lib/lists/sorts";
import { type Selection, tableSource } from "#lib/lists/table-source";
import { wholeRows } from "#lib/lists/whole-rows";
import { paths } from "#lib/paths";
import { pricesOfProducts } from "#lib/prices/prices-of-products";
import type { PriceRow } from "#lib/prices/wire";
import type { ProductRow } from "./wire.ts";

/** A product as a list shows it, with all it can cost. */
export interface ListedProduct extends ProductRow {
  prices: PriceRow[];
}

/** What is sold. */
export const productList = tableSource({
  name: "products",
  permission: "products:read",
  path: paths.products,
  table: products,
  filters: both(
    activityFilter(products.active),
    both(textFilter(products.name, products.description, products.id), daysFilter(products.createdAt)),
  ),
  sorts: creationSorts(products),
  select: async (viewer: Viewer, handle: Handle, selection: Selection) =>
    withPrices(viewer, await wholeRows(products)(viewer, handle, selection)),
});

export type ProductQuery = QueryOf<typeof productList>;

/** Products with what they cost. */
async function withPrices(viewer: Viewer, rows: ProductRow[]): Promise<ListedProduct[]> {
  const prices = await pricesOfProducts(
    viewer,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, prices: prices.get(row.id) ?? [] }));
}
