import { isCurrency } from "#lib/currencies";
import { toCsv } from "#lib/csv";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { toAmountText, toOthersText } from "#lib/prices/amount-text";
import { modelNameOf } from "#lib/prices/price-in";
import { pricesOfProducts } from "#lib/prices/prices-of-products";
import type { PriceRow } from "#lib/prices/wire";
import { listProducts } from "#lib/products/queries";
import type { ProductRow } from "#lib/products/wire";

const productsAtOnce = 100;

/**
 * The catalogue as a file, a price a line, a product without prices on a line of its own; newest first, read some at a
 * time. Needs exports:read too.
 */
export function exportCatalogue(
  viewer: Viewer,
  choice: { active?: boolean | undefined } = {},
): AsyncGenerator<string> {
  authorize(viewer, "exports:read");
  authorize(viewer, "products:read");
  return partsOf(viewer, choice);
}

async function* partsOf(
  viewer: Viewer,
  { active }: { active?: boolean | undefined },
): AsyncGenerator<string> {
  yield toCsv([Object.keys(columns)]);
  let after: string | undefined;
  for (;;) {
    const request = { limit: productsAtOnce, starting_after: after };
    const { rows, hasMore } = await listProducts(viewer, request, { active });
    const prices = await pricesOfProducts(
      viewer,
      rows.map(({ id }) => id),
    );
    const lines = rows.flatMap((product) => linesOf(product, prices.get(product.id) ?? []));
    if (lines.length > 0) yield toCsv(lines);
    after = rows.at(-1)?.id;
    if (!hasMore) return;
  }
}

function linesOf(product: ProductRow, prices: PriceRow[]): string[][] {
  const all = prices.length > 0 ? prices : [null];
  return all.map((price) => Object.values(columns).map((cell) => cell(product, price) ?? ""));
}

type Cell = (product: ProductRow, price: PriceRow | null) => string | null | undefined;

const yesOrNo = (value: boolean | null) => (value === null ? "" : value ? "yes" : "no");

const columns: Record<string, Cell> = {
  product_id: ({ id }) => id,
  product_name: ({ name }) => name,
  product_active: ({ active }) => yesOrNo(active),
  product_description: ({ description }) => description,
  product_tax_code: ({ taxCode }) => taxCode,
  product_statement_descriptor: ({ statementDescriptor }) => statementDescriptor,
  product_unit_label: ({ unitLabel }) => unitLabel,
  product_shippable: ({ shippable }) => yesOrNo(shippable),
  product_url: ({ url }) => url,
  product_images: ({ images }) => images.join(" "),
  price_id: (_, price) => price?.id,
  price_default: ({ defaultPriceId }, price) => price && yesOrNo(price.id === defaultPriceId),
  price_active: (_, price) => price && yesOrNo(price.active),
  price_model: (_, price) => price && modelNameOf(price),
  price_currency: (_, price) => price?.currency,
  price_amount: (_, price) =>
    price && isCurrency(price.currency) ? toAmountText(price, price.currency) : null,
  price_package_size: (_, price) => price?.transformQuantity?.divide_by.toString(),
  price_other_currencies: (_, price) => price && toOthersText(price),
  price_interval: (_, price) => price?.interval,
  price_interval_count: (_, price) => price?.intervalCount?.toString(),
  price_tax_behavior: (_, price) => price?.taxBehavior,
  price_lookup_key: (_, price) => price?.lookupKey,
  price_description: (_, price) => price?.nickname,
};
