import { beforeAll, expect, test } from "vitest";
import { exportCatalogue } from "#lib/catalogue/export-catalogue";
import { type SheetName, sheetNames } from "#lib/catalogue/file/sheet";
import { createCoupon } from "#lib/coupons/create-coupon";
import { mostRedemptions } from "#lib/coupons/params";
import { getCoupon } from "#lib/coupons/queries";
import { toCsv } from "#lib/csv";
import { maskRoles } from "#lib/discretion/masked-roles";
import { mostAmount } from "#lib/money";
import { createPrice } from "#lib/prices/create-price";
import { largestPackage } from "#lib/prices/params";
import { pricesOfProducts } from "#lib/prices/prices-of-products";
import { createProduct } from "#lib/products/create-product";
import { getProduct, listProducts } from "#lib/products/queries";
import { createPromotionCode } from "#lib/promotion-codes/create-promotion-code";
import { createShippingRate } from "#lib/shipping-rates/create-shipping-rate";
import { createTaxRate } from "#lib/tax-rates/create-tax-rate";
import { listTaxRates } from "#lib/tax-rates/queries";
import { begunImport, importedFile, refusedOf } from "#tests/support/imports";
import { aMember, viewerIn } from "#tests/support/team";
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
  expect(await refusedOf(there.viewer, done)).toEqual(["3, percent_off field_fixed"]);
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
    "2, currency currency_unknown, percent_off percent_invalid, duration word_unknown, redeem_by day_invalid",
    "3, duration required",
    "4, redeem_by moment_past",
    "5, product_ids product_unknown",
    "6, amount_off amount_unreadable",
  ]);
  const codes = [
    ["code", "coupon_id"],
    ["OK-1", "NONE"],
    ["no spaces", "NONE"],
  ];
  expect(await refused("promotion-codes", codes)).toEqual([
    "2, coupon_id coupon_unknown",
    "3, code code_characters",
  ]);
  const products = [
    ["product_name", "price_currency", "price_amount", "product_active", "product_url"],
    ["Soap", "xyz", "5", "perhaps", "no address"],
  ];
  expect(await refused("products", products)).toEqual([
    "2, product_url url_invalid, product_active yes_no_unknown, price_currency currency_unknown",
  ]);
});

test("an amount without its currency, or too small, is refused instead of left out", async () => {
  const there = await aShop();
  await createCoupon(there.viewer, { id: "HALF", percentOff: "50", duration: "once" });
  await createPromotionCode(there.viewer, { code: "SUMMER", couponId: "HALF" });
  const refused = async (kind: SheetName, text: string) =>
    refusedOf(there.viewer, await importedFile(there, kind, text));
  const codes = "code,coupon_id,minimum_amount\nSPRING,HALF,50\nSUMMER,HALF,50\n";
  const bare = ["minimum_amount currency_needed"];
  expect(await refused("promotion-codes", codes)).toEqual([`2, ${bare}`, `3, ${bare}`]);
  const small = "code,coupon_id,minimum_amount,minimum_currency,other_minimums\nNONE,HALF,0,eur,usd=0\n";
  expect(await refused("promotion-codes", small)).toEqual([
    "2, minimum_amount amount_too_small, other_minimums amount_too_small",
  ]);
  const heading = "id,percent_off,amount_off,currency,other_currencies,duration\n";
  const coupons = "BOTH,10,5,,,once\nNOTHING,,0,eur,,once\nOTHERS,,5,eur,usd=1|jpy=0,once\nZERO,0,,,,once\n";
  expect(await refused("coupons", heading + coupons)).toEqual([
    "2, amount_off currency_needed",
    "3, amount_off amount_too_small",
    "4, other_currencies amount_too_small",
    "5, percent_off percent_invalid",
  ]);
  const free = "display_name,amount,currency,other_currencies\nFree,0,eur,usd=0\nNowhere,5,,\n";
  expect(await refused("shipping-rates", free)).toEqual(["3, amount currency_needed"]);
});

test("whatever the API takes can be taken away as a file and taken in elsewhere", async () => {
  const [here, there] = [await aShop(), await aShop()];
  const { viewer } = here;
  const limits = { duration: "once", maxRedemptions: mostRedemptions } as const;
  await createCoupon(viewer, { id: "A third & more", percentOff: "33.333333333333", ...limits });
  await createCoupon(viewer, {
    ...{ id: "MUCH", amountOff: mostAmount, currency: "eur", currencyOptions: { usd: mostAmount } },
    ...limits,
  });
  await createPromotionCode(viewer, {
    ...{ code: "MUCH", couponId: "A third & more", maxRedemptions: mostRedemptions },
    ...{ minimumAmount: mostAmount, minimumAmountCurrency: "eur" },
  });
  const far = { displayName: "Far", currency: "jpy", currencyOptions: { eur: { amount: 0 } } };
  await createShippingRate(viewer, { ...far, amount: mostAmount });
  await createTaxRate(viewer, { displayName: "TVA", inclusive: true, percentage: "5.5555" });
  const { id: productId } = await createProduct(viewer, { name: "Grains" });
  await createPrice(viewer, {
    ...{ productId, currency: "eur", unitAmount: String(mostAmount) },
    transformQuantity: { divide_by: largestPackage, round: "up" },
  });
  for (const of of sheetNames) {
    const file = await fileOf(here, of);
    const done = await importedFile(there, of, file);
    expect([of, await refusedOf(there.viewer, done)]).toEqual([of, []]);
    expect(comparable(await fileOf(there, of))).toEqual(comparable(file));
  }
});

test("cells of a price without what it costs are refused instead of left out", async () => {
  const there = await aShop();
  const { viewer } = there;
  const price = await createPrice(viewer, { currency: "eur", unitAmount: "1", product: { name: "Soap" } });
  const named = { product_name: "Soap", price_id: price.id, price_active: "no" };
  const done = await importedFile(there, "products", fileWith(named));
  expect(await refusedOf(viewer, done)).toEqual(["2, price_amount required"]);
  const bare = await importedFile(there, "products", fileWith({ ...named, price_id: "", price_active: "" }));
  expect(bare).toMatchObject({ unchanged: 1, refused: 0 });
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
  const refused = { ...soap, product_description: "Of roses", price_amount: "10:8.00 inf:4" };
  expect(await told(refused)).toBe("2, price_amount price_fixed");
  expect((await listProducts(viewer, { limit: 10 })).rows).toMatchObject([{ description: "Of lavender" }]);
  const other = await createPrice(viewer, { currency: "eur", unitAmount: "1", product: { name: "Other" } });
  expect(await told({ ...soap, price_id: other.id })).toBe("2, price_id price_elsewhere");
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
  expect(await refusedOf(there.viewer, done)).toEqual(["2, product_name key_ambiguous"]);
});

test("what was hidden from whoever exported it does not take the place of what it hides", async () => {
  const world = await aWorld();
  const { person } = await aMember(world, ["developer"]);
  const city = { name: "Soap", description: "Ask ines@example.com", metadata: { city: "Nyons" } };
  const { id } = await createProduct(world.viewer, city);
  await maskRoles(world.viewer, { roles: ["developer"] });
  const viewer = await viewerIn(world.environment.slug, person);
  if (!viewer) throw new Error("not a member");
  const masked = { ...world, viewer };
  const file = await fileOf(masked, "products");
  expect(file).toContain("•••");
  const done = await importedFile(masked, "products", file);
  expect(await refusedOf(viewer, done)).toEqual([
    "2, product_description cell_masked, metadata:city cell_masked",
  ]);
  expect(await getProduct(world.viewer, id)).toMatchObject(city);
});

test("a column is called like what every object has by itself", async () => {
  const there = await aShop();
  const ignored = await importedFile(there, "products", "product_name,constructor\nSoap,Eiffel\n");
  expect(ignored).toMatchObject({ created: 1, columns: ["product_name", null] });
  const named = await importedFile(there, "products", "product_name,metadata.constructor\nSoap,Eiffel\n");
  expect(named).toMatchObject({ updated: 1, columns: ["product_name", "metadata:constructor"] });
});
