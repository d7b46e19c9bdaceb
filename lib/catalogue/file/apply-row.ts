import { and, eq, isNull } from "drizzle-orm";
import { find } from "#db/rows";
import { prices } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { differences } from "#lib/events/differences";
import { insertPrice } from "#lib/prices/insert-price";
import { priceWithKey } from "#lib/prices/lookup-key";
import type { NewPriceInput } from "#lib/prices/price-input";
import { sameTerms } from "#lib/prices/same-terms";
import { updatePrice } from "#lib/prices/update-price";
import type { PriceRow } from "#lib/prices/wire";
import { insertProduct } from "#lib/products/insert-product";
import { findProduct } from "#lib/products/queries";
import { updateProduct } from "#lib/products/update-product";
import type { ProductRow } from "#lib/products/wire";
import type { Outcome } from "#lib/imports/kind";
import type { CatalogueRow } from "./product-row.ts";
import { needed } from "./record-import.ts";

/**
 * Makes what a row says, or changes what is there, inside a transaction; the same row again changes nothing. `id`: the
 * product that it is about, null for a new one. A price is known by its id, its lookup key, or by costing just the same.
 * What an existing price costs cannot change: then the row is refused.
 */
export async function applyRow(
  tx: Tx,
  id: string | null,
  { product, price }: CatalogueRow,
): Promise<{ id: string; outcome: Outcome }> {
  const before = id === null ? undefined : await findProduct(tx, id);
  const row = before
    ? await updateProduct(tx.viewer, { ...product, id: before.id })
    : await insertProduct(tx, { ...product, name: needed(product.name, "product_name") });
  const fate = price ? await applyPrice(tx, row, price) : "unchanged";
  const made = !before || fate === "created";
  const changed = fate === "updated" || (before && isChanged(before, row));
  return { id: row.id, outcome: made ? "created" : changed ? "updated" : "unchanged" };
}

type PriceOfRow = NonNullable<CatalogueRow["price"]>;

async function applyPrice(tx: Tx, product: ProductRow, price: PriceOfRow): Promise<Outcome> {
  const before = await priceNamed(tx, product, price);
  const row = before
    ? await changedPrice(tx, before, price.input)
    : await insertPrice(tx, product.id, { ...price.input, id: price.id });
  const isNewDefault = price.isDefault && product.defaultPriceId !== row.id && row.active;
  if (isNewDefault) await updateProduct(tx.viewer, { id: product.id, defaultPriceId: row.id });
  if (!before) return "created";
  return isNewDefault || isChanged(before, row) ? "updated" : "unchanged";
}

async function priceNamed(
  tx: Tx,
  product: ProductRow,
  { id, input }: PriceOfRow,
): Promise<PriceRow | undefined> {
  const named = id === undefined ? undefined : await find(tx, prices, id);
  if (named && named.productId !== product.id) {
    throw invalid("This price is another product's.", { code: "price_elsewhere", param: "price_id" });
  }
  if (id !== undefined) return named;
  const keyed = input.lookupKey === undefined ? undefined : await priceWithKey(tx, input.lookupKey);
  if (keyed?.productId === product.id) return keyed;
  const alike = (await alikePrices(tx, product, input)).filter((row) => sameTerms(row, input));
  return alike.toSorted((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1))[0];
}

/** A product's prices in this currency with this unit amount: few, however many it has. Asked for in order, all of them would be read. */
function alikePrices(
  { db, environmentId }: Tx,
  product: ProductRow,
  { currency, unitAmount }: NewPriceInput,
): Promise<PriceRow[]> {
  return db
    .select()
    .from(prices)
    .where(
      and(
        eq(prices.environmentId, environmentId),
        eq(prices.productId, product.id),
        eq(prices.currency, currency),
        unitAmount === undefined ? isNull(prices.unitAmount) : eq(prices.unitAmount, unitAmount),
      ),
    );
}

function changedPrice(tx: Tx, row: PriceRow, input: NewPriceInput): Promise<PriceRow> {
  if (!sameTerms(row, input)) {
    throw invalid("What a price costs cannot change.", { code: "price_fixed", param: "price_amount" });
  }
  const { active, currencyOptions, lookupKey, nickname, taxBehavior } = input;
  const isSettled = row.taxBehavior !== "unspecified";
  return updatePrice(tx.viewer, row.id, {
    active,
    currencyOptions,
    lookupKey,
    nickname,
    taxBehavior: isSettled ? undefined : taxBehavior,
  });
}

function isChanged(before: object, after: object): boolean {
  return Object.keys(differences(before, after)).length > 0;
}
