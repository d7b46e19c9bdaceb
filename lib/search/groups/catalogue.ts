import { products } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { formatPercent } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { couponKind } from "../documents/coupon.ts";
import { priceKind } from "../documents/price.ts";
import { activity, productKind } from "../documents/product.ts";
import { rowsOf } from "../documents/rows-of.ts";
import type { Hit, SearchGroup } from "./group.ts";
import { indexedGroup } from "./indexed.ts";
import { promotionCodeHits } from "./promotion-codes.ts";

export const productGroup = indexedGroup("products", productKind, async (viewer, rows) =>
  rows.map((row) => ({
    id: row.id,
    href: paths.product(viewer, row.id),
    title: row.name,
    detail: row.description,
    state: stateOf(viewer, row),
    money: null,
    at: row.createdAt,
  })),
);

export const priceGroup = indexedGroup("prices", priceKind, async (viewer, rows) => {
  const ids = rows.map(({ productId }) => productId);
  const named = await rowsOf(await reader(viewer), products, products.id, ids);
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return rows.map((row) => {
    const amount = Number(row.unitAmount ?? Number.NaN);
    return {
      id: row.id,
      href: paths.price(viewer, row.productId, row.id),
      title: row.nickname ?? names.get(row.productId) ?? row.id,
      detail: row.lookupKey,
      state: stateOf(viewer, row),
      money: Number.isInteger(amount) ? { amount, currency: row.currency } : null,
      at: row.createdAt,
    };
  });
});

const couponsAlone = indexedGroup("coupons", couponKind, async (viewer, rows) =>
  rows.map((row) => ({
    id: row.id,
    href: paths.coupon(viewer, row.id),
    title: row.name ?? row.id,
    detail: row.percentOff === null ? null : formatPercent(Number(row.percentOff) / 100, viewer.locale, 4),
    state: null,
    money:
      row.amountOff === null || row.currency === null
        ? null
        : { amount: row.amountOff, currency: row.currency },
    at: row.createdAt,
  })),
);

/** Coupons, after the codes for them that were typed. */
export const couponGroup: SearchGroup = {
  ...couponsAlone,
  async find(viewer, query, place) {
    const codes = place.before === undefined ? await promotionCodeHits(viewer, query, place.limit) : [];
    const page = await couponsAlone.find(viewer, query, place);
    return { ...page, hits: [...codes, ...page.hits] };
  },
};

function stateOf({ locale }: Viewer, row: { active: boolean }): Hit["state"] {
  const status = activity(row);
  return { status, word: translator(locale, "search")(`activity.${status}`) };
}
