import { eq } from "drizzle-orm";
import { transaction } from "#db/transaction";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type Tx, type ViewedEnvironment, type Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { createCoupon } from "#lib/coupons/create-coupon";
import { attachFeature } from "#lib/features/attach-feature";
import { createFeature } from "#lib/features/create-feature";
import { createPrice } from "#lib/prices/create-price";
import type { NewPriceInput } from "#lib/prices/price-input";
import { createProduct } from "#lib/products/create-product";
import { createPromotionCode } from "#lib/promotion-codes/create-promotion-code";
import { readDocuments } from "#lib/search/documents/document-of";
import { couponKind } from "#lib/search/documents/coupon";
import type { Kind } from "#lib/search/documents/kind";
import { priceKind } from "#lib/search/documents/price";
import { productKind } from "#lib/search/documents/product";
import { writeDocuments } from "#lib/search/index/write-documents";
import { createShippingRate } from "#lib/shipping-rates/create-shipping-rate";
import { createTaxRate } from "#lib/tax-rates/create-tax-rate";
import type { Business, Product } from "./model/business.ts";
import { type Offer, offersSince, type Ware } from "./model/catalogue.ts";
import { localPrice } from "./model/order.ts";
import { isIndexed, skipEvents } from "./simulation/indexed-events.ts";

interface CatalogueInput {
  environment: ViewedEnvironment;
  business: Business;
  /** When the business opened, and the present: milliseconds on the environment's clock. */
  from: number;
  until: number;
}

/** Fills the catalogue of a made-up business with what its history sells, and with the rest that such a shop has. */
export async function seedCatalogue({ environment, business, from, until }: CatalogueInput): Promise<void> {
  const system = systemViewer(environment, "operator", new Set(allPermissions));
  const at = (moment: number): Viewer => ({ ...system, now: () => moment });
  const { catalogue } = business;
  await transaction(at(from), async (tx) => {
    const indexed = await isIndexed(tx);
    const features = await addFeatures(at(from), catalogue.features);
    for (const [index, ware] of waresOf(business, environment.currency).entries()) {
      await addWare(at(from + index * day), ware, features);
    }
    for (const offer of catalogue.offers) await addOffer(at(until - offersSince * day), offer, until);
    for (const rate of catalogue.taxRates) await createTaxRate(at(from), rate);
    for (const rate of catalogue.shippingRates) await createShippingRate(at(from), rate);
    for (const kind of [productKind, priceKind, couponKind]) await index(tx, kind);
    if (indexed) await skipEvents(tx);
  });
}

/** What the history sells, then the rest of the shelf. */
function waresOf({ goods, subscriptions, catalogue, markets }: Business, home: string): Ware[] {
  const language = markets[0]?.[0].language ?? "en";
  const abroad = [...new Set(markets.map(([{ currency }]) => currency))].filter((code) => code !== home);
  const priceOf = ({ price }: Product): NewPriceInput => ({
    currency: home,
    unitAmount: String(price),
    currencyOptions: Object.fromEntries(
      abroad.map((currency) => [currency, { unitAmount: String(localPrice(price, home, { currency })) }]),
    ),
    taxBehavior: "inclusive",
  });
  return [
    ...goods.map(([product]): Ware => ({
      name: product[language],
      shippable: true,
      taxCode: "txcd_99999999",
      metadata: { name_en: product.en },
      prices: [priceOf(product)],
    })),
    ...subscriptions.map(([product]): Ware => ({
      name: product[language],
      shippable: true,
      features: catalogue.subscriptionFeatures,
      prices: [{ ...priceOf(product), recurring: { interval: "month" } }],
    })),
    ...catalogue.wares,
  ];
}

async function addFeatures(viewer: Viewer, names: Readonly<Record<string, string>>) {
  const ids = new Map<string, string>();
  for (const [lookupKey, name] of Object.entries(names)) {
    ids.set(lookupKey, (await createFeature(viewer, { lookupKey, name })).id);
  }
  return ids;
}

async function addWare(
  viewer: Viewer,
  { prices: [first, ...others], features = [], ...product }: Ware,
  ids: Map<string, string>,
): Promise<void> {
  const { id } = await createProduct(viewer, { ...product, defaultPrice: first });
  for (const price of others) await createPrice(viewer, { ...price, productId: id });
  for (const key of features) await attachFeature(viewer, id, ids.get(key) ?? key);
}

async function addOffer(
  viewer: Viewer,
  { codes = [], endsIn, redeemed: _, ...coupon }: Offer,
  until: number,
): Promise<void> {
  const redeemBy = endsIn === undefined ? undefined : until + endsIn * day;
  const { id } = await createCoupon(viewer, { ...coupon, redeemBy });
  for (const { redeemed: __, ...code } of codes) {
    await createPromotionCode(viewer, { ...code, couponId: id });
  }
}

/** Has all of a kind found by search at once. */
async function index(tx: Tx, { kind, table }: Kind): Promise<void> {
  const rows = await tx.db.select().from(table).where(eq(table.environmentId, tx.environmentId));
  const ids = rows.map(({ id }) => String(id));
  await writeDocuments(tx, await readDocuments(tx, kind, ids));
}
