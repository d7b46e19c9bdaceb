import { beforeAll, expect, test } from "vitest";
import { exportCatalogue } from "#lib/catalogue/export-catalogue";
import { type SheetName, sheetNames } from "#lib/catalogue/file/sheet";
import { createCoupon } from "#lib/coupons/create-coupon";
import { getCoupon } from "#lib/coupons/queries";
import { toCsv } from "#lib/csv";
import { createPrice } from "#lib/prices/create-price";
import { pricesOfProducts } from "#lib/prices/prices-of-products";
import { createProduct } from "#lib/products/create-product";
import { listProducts } from "#lib/products/queries";
import { createPromotionCode } from "#lib/promotion-codes/create-promotion-code";
import { createShippingRate } from "#lib/shipping-rates/create-shipping-rate";
import { createTaxRate } from "#lib/tax-rates/create-tax-rate";
import { listTaxRates } from "#lib/tax-rates/queries";
import { begunImport, importedFile, refusedOf } from "#tests/support/imports";
import { aMember } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

/** A business as an administrator of it sees it: an import goes on for as long as who started it may do it. */
async function aShop(currency: "eur" | "usd" = "eur"): Promise<World> {
  const world = await aWorld({ currency });
  return { ...world, viewer: (await aMember(world, ["admin"])).viewer };
}

let shop: World;
beforeAll(async () => {
  shop = await aShop();
  await fill(shop);
});

async function fill({ viewer }: World) {
  const later = viewer.now() + 40 * 86_400_000;
  const { id } = await createProduct(viewer, {
    ...{ name: "=1+1", description: "Two\nlines, and a comma", metadata: { season: "spring", shelf: "A" } },
    defaultPrice: { currency: "eur", unitAmount: "1250", taxBehavior: "inclusive" },
  });
  const tiers = [
    { upTo: 10, unitAmount: "700", flatAmount: "2900" },
    { upTo: null, unitAmount: "412.5", flatAmount: null },
  ];
  const tiered = { billingScheme: "tiered", tiersMode: "graduated", tiers } as const;
  await createPrice(viewer, { productId: id, currency: "eur", lookupKey: "monthly", ...tiered });
  await createProduct(viewer, { name: "Bare" });
  const limits = { maxRedemptions: 50, redeemBy: later, productIds: [id] };
  const named = { id: "SPRING", name: "Spring", metadata: { campaign: "7" } };
  const off = { amountOff: 500, currency: "eur", currencyOptions: { usd: 550, jpy: 800 } };
  await createCoupon(viewer, { ...named, ...off, ...limits, duration: "repeating", durationInMonths: 3 });
  await createCoupon(viewer, { id: "HALF", percentOff: "12.5", duration: "once" });
  const least = { minimumAmount: 2000, minimumAmountCurrency: "eur", currencyOptions: { usd: 2200 } };
  await createPromotionCode(viewer, { code: "Hello-1", couponId: "HALF", ...least, expiresAt: later });
  await createPromotionCode(viewer, { code: "HELLO2", couponId: "HALF", firstTimeTransaction: true });
  const vat = { displayName: "TVA", inclusive: true, country: "FR", taxType: "vat" };
  await createTaxRate(viewer, { ...vat, percentage: "20", description: "Normal" });
  await createTaxRate(viewer, { ...vat, percentage: "5.5", metadata: { kind: "reduced" } });
  await createShippingRate(viewer, {
    ...{ displayName: "Standard", amount: 490, currency: "eur", taxCode: "txcd_92010001" },
    currencyOptions: { jpy: { amount: 600 } },
    deliveryEstimate: { minimum: { unit: "business_day", value: 3 }, maximum: { unit: "week", value: 1 } },
  });
}

async function fileOf({ viewer }: World, of: SheetName): Promise<string> {
  let text = "";
  for await (const part of exportCatalogue(viewer, { of })) text += part;
  return text;
}

/** Without what each place gives its own: ids that cannot be chosen. */
const comparable = (text: string) =>
  text
    .split("\r\n")
    .map((line) => line.replace(/^(promo|txr|shr)_\w+/, ""))
    .sort();

test("every list is taken away as a file, taken in elsewhere, and again without doubles", async () => {
  const there = await aShop("usd");
  for (const of of sheetNames) {
    const file = await fileOf(shop, of);
    const rows = of === "products" ? 3 : of === "shipping-rates" ? 1 : 2;
    const first = await importedFile(there, of, file);
    expect([of, first, await refusedOf(there.viewer, first)]).toMatchObject([of, { created: rows }, []]);
    expect([of, await importedFile(there, of, file)]).toMatchObject([of, { created: 0, unchanged: rows }]);
    expect(comparable(await fileOf(there, of))).toEqual(comparable(file));
  }
});

test("what is there is changed where it may change; what never changes is refused with its column", async () => {
  const there = await aShop();
  await fill(there);
  const codes = await importedFile(there, "promotion-codes", "code,active\nhello-1,no\nHELLO2,yes\n");
  expect(codes).toMatchObject({ updated: 1, unchanged: 1 });
  const coupons = toCsv([
    ["id", "name", "percent_off", "metadata.campaign"],
    ["SPRING", "Spring sale", "", "8"],
    ["HALF", "", "25", ""],
  ]);
  const done = await importedFile(there, "coupons", coupons);
  expect(done).toMatchObject({ updated: 1, refused: 1 });
  expect(await refusedOf(there.viewer, done)).toEqual(["2, percent_off field_fixed"]);
  expect(await getCoupon(there.viewer, "SPRING")).toMatchObject({
    name: "Spring sale",
    metadata: { campaign: "8" },
  });
  const rates = "display_name,percentage,inclusive,description\nTVA,20,yes,Usual\nTVA,10,yes,New\n";
  expect(await importedFile(there, "tax-rates", rates)).toMatchObject({ created: 1, updated: 1 });
  const { rows } = await listTaxRates(there.viewer, { limit: 10 });
  expect(rows.map(({ percentage, description }) => [percentage, description]).sort()).toEqual([
    ["10", "New"],
    ["20", "Usual"],
    ["5.5", null],
  ]);
});

test("everything that is wrong with a row is told, by its column", async () => {
  const there = await aShop();
  const refused = async (kind: SheetName, lines: string[][]) =>
    refusedOf(there.viewer, await importedFile(there, kind, toCsv(lines)));
  expect(
    await refused("coupons", [
      ["name", "percent_off", "amount_off", "currency", "duration", "redeem_by", "product_ids"],
      ["A", "120", "", "xyz", "weekly", "tomorrow", ""],
      ["B", "10", "", "", "", "", ""],
      ["C", "10", "", "", "once", "2020-01-31", ""],
      ["D", "10", "", "", "once", "", "prod_none"],
      ["E", "", "5.005", "eur", "once", "", ""],
    ]),
  ).toEqual([
    "1, currency currency_unknown, percent_off percent_invalid, duration word_unknown, redeem_by day_invalid",
    "2, duration required",
    "3, redeem_by moment_past",
    "4, product_ids product_unknown",
    "5, amount_off amount_unreadable",
  ]);
  const codes = [
    ["code", "coupon_id"],
    ["OK-1", "NONE"],
    ["no spaces", "NONE"],
  ];
  expect(await refused("promotion-codes", codes)).toEqual([
    "1, coupon_id coupon_unknown",
    "2, code code_characters",
  ]);
  const products = [
    ["product_name", "price_currency", "price_amount", "product_active", "product_url"],
    ["Soap", "xyz", "5", "perhaps", "no address"],
  ];
  expect(await refused("products", products)).toEqual([
    "1, product_url url_invalid, product_active yes_no_unknown, price_currency currency_unknown",
  ]);
});

const soap = {
  product_name: "Soap",
  product_unit_label: "bar",
  price_model: "graduated",
  price_currency: "EUR",
  price_amount: "10:7.00+29.00 inf:4.125",
  price_other_currencies: "jpy=10:900 inf:600",
  price_interval: "month",
  price_default: "yes",
  price_lookup_key: "soap_monthly",
};
const fileWith = (row: Record<string, string>) => toCsv([Object.keys(row), Object.values(row)]);

test("a row makes a product with its price; what that costs cannot be changed, nor another's price taken", async () => {
  const there = await aShop();
  const { viewer } = there;
  const told = async (row: Record<string, string>) => {
    const done = await importedFile(there, "products", fileWith(row));
    return done.created ? "created" : done.updated ? "updated" : (await refusedOf(viewer, done))[0];
  };
  expect(await told(soap)).toBe("created");
  expect(await told(soap)).toBeUndefined();
  expect(await told({ ...soap, product_description: "Of lavender" })).toBe("updated");
  const { price_other_currencies: _, price_lookup_key: __, ...plain } = soap;
  expect(await told({ ...plain, price_model: "flat", price_amount: "5" })).toBe("created");
  const { rows } = await listProducts(viewer, { limit: 10 });
  expect(rows).toMatchObject([{ name: "Soap", description: "Of lavender", unitLabel: "bar" }]);
  expect((await pricesOfProducts(viewer, [rows[0]?.id ?? ""])).get(rows[0]?.id ?? "")).toHaveLength(2);
  expect(await told({ ...soap, price_amount: "10:8.00 inf:4" })).toBe("1, price_amount price_fixed");
  const other = await createPrice(viewer, { currency: "eur", unitAmount: "1", product: { name: "Other" } });
  expect(await told({ ...soap, price_id: other.id })).toBe("1, price_id price_elsewhere");
});

test("who may only read takes nothing in; two of the same name are not guessed at", async () => {
  const nobody = shop.viewerWith(["view_only"]);
  await expect(begunImport(nobody, "coupons", "id\nA\n")).rejects.toMatchObject({ facts: { status: 403 } });
  await expect(begunImport(shop.viewer, "nothing", "id\nA\n")).rejects.toMatchObject({
    facts: { status: 404 },
  });
  const there = await aShop();
  for (const _ of [1, 2]) await createProduct(there.viewer, { name: "Twin" });
  const done = await importedFile(there, "products", "name\nTwin\n");
  expect(await refusedOf(there.viewer, done)).toEqual(["1, product_name key_ambiguous"]);
});
