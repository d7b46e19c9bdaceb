import Database from "better-sqlite3";
import { afterEach, expect, test, vi } from "vitest";
import { reader, transaction } from "#db/transaction";
import type { SheetName } from "#lib/catalogue/file/sheet";
import { createCoupon } from "#lib/coupons/create-coupon";
import { kindNamed } from "#lib/imports/kinds";
import { assertCodeIsFree } from "#lib/promotion-codes/code-is-free";
import { createPromotionCode } from "#lib/promotion-codes/create-promotion-code";
import { updatePromotionCode } from "#lib/promotion-codes/update-promotion-code";
import { aWorld } from "#tests/support/world";

afterEach(() => {
  vi.restoreAllMocks();
});

/** How SQLite goes about what is read of a table meanwhile. */
async function plansOf(table: string, act: () => Promise<unknown>): Promise<string[]> {
  const prepare = vi.spyOn(Database.prototype, "prepare");
  await act();
  const asked = prepare.mock.calls.map(([sql]) => sql).filter((sql) => sql.includes(`from "${table}"`));
  prepare.mockRestore();
  const file = new Database((process.env.DATABASE_URL ?? "").replace("file:", ""), { readonly: true });
  const plans = asked.flatMap((sql) => {
    const unknown = Array.from(sql.matchAll(/\?/g), () => null);
    return file.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...unknown);
  });
  file.close();
  return plans.map(({ detail }) => detail.replace("COVERING ", ""));
}

const lookups: [kind: SheetName, table: string, fields: Record<string, string>, along: string][] = [
  ["products", "products", { product_name: "Soap" }, "name (environment_id=? AND name=?)"],
  ["coupons", "coupons", { name: "Spring" }, "name (environment_id=? AND name=?)"],
  ["promotion-codes", "promotion_codes", { code: "HELLO" }, "spelling (environment_id=? AND <expr>=?)"],
  [
    ...(["tax-rates", "tax_rates", { display_name: "TVA", percentage: "20" }] as const),
    "name (environment_id=? AND display_name=? AND percentage=?)",
  ],
  [
    ...(["shipping-rates", "shipping_rates"] as const),
    { display_name: "Standard", amount: "4.90", currency: "eur" },
    "name (environment_id=? AND display_name=? AND currency=? AND amount=?)",
  ],
];

test.each(lookups)("a row of %s is looked up along an index alone", async (kind, table, fields, along) => {
  const { viewer } = await aWorld();
  const handle = await reader(viewer);
  const { find, keys } = kindNamed(kind);
  const plans = await plansOf(table, () => find(handle, keys[1] ?? "", { fields, metadata: {} }));
  expect(plans).toEqual([`SEARCH ${table} USING INDEX ${table}_${along}`]);
});

test("a price is looked up along indexes alone, by its key and by what it costs", async () => {
  const { viewer } = await aWorld();
  const { apply } = kindNamed("products");
  const soap = { product_name: "Soap", price_amount: "5", price_currency: "eur" };
  const row = (fields: Record<string, string>) => ({ fields: { ...soap, ...fields }, metadata: {} });
  const told = (id: string | null, fields: Record<string, string>) =>
    transaction(viewer, (tx) => apply(tx, id, row(fields)));
  const { id } = await told(null, {});
  const plans = await plansOf("prices", () => told(id, { price_amount: "7", price_lookup_key: "soap" }));
  expect(plans.slice(0, 2)).toEqual([
    "SEARCH prices USING INDEX prices_lookup_key (environment_id=? AND lookup_key=?)",
    "SEARCH prices USING INDEX prices_product_amount (environment_id=? AND product_id=? AND currency=? AND unit_amount=?)",
  ]);
});

test("whether a code is free is looked up along an index alone", async () => {
  const { viewer } = await aWorld();
  const ask = () => transaction(viewer, (tx) => assertCodeIsFree(tx, { code: "HELLO", customerId: null }));
  expect(await plansOf("promotion_codes", ask)).toEqual([
    "SEARCH promotion_codes USING INDEX promotion_codes_spelling (environment_id=? AND <expr>=? AND active=?)",
  ]);
});

test("a code that is switched on is meant rather than any that were before it; else two are not guessed at", async () => {
  const { viewer } = await aWorld();
  const handle = await reader(viewer);
  await createCoupon(viewer, { id: "HALF", percentOff: "50", duration: "once" });
  const found = () =>
    kindNamed("promotion-codes").find(handle, "code", { fields: { code: "hello" }, metadata: {} });
  const { row: first } = await createPromotionCode(viewer, { code: "HELLO", couponId: "HALF" });
  for (const active of [false, true]) await updatePromotionCode(viewer, first.id, { active });
  await createPromotionCode(viewer, { code: "Hello", couponId: "HALF", active: false });
  await createPromotionCode(viewer, { code: "hello", couponId: "HALF", active: false });
  expect(await found()).toEqual([first.id]);
  await updatePromotionCode(viewer, first.id, { active: false });
  expect(await found()).toHaveLength(2);
});
