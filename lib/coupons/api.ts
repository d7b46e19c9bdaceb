import { del, get, list, post, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import type { Viewer } from "#lib/auth/viewer";
import { createCoupon } from "./create-coupon.ts";
import { deleteCoupon } from "./delete-coupon.ts";
import { couponListParams, createParams, toInput, toOptions, updateParams } from "./params.ts";
import { getCoupon, getCouponOrDeleted, listCoupons } from "./queries.ts";
import { updateCoupon } from "./update-coupon.ts";
import { type CouponRow, toCoupon, toCouponCurrencies, toDeletedCoupon } from "./wire.ts";

const toWire = (viewer: Viewer, row: CouponRow) => toCoupon(row, viewer.environment, viewer.now());

export const couponResource = resource(
  "coupon",
  {
    create: post(
      "/v1/coupons",
      { permission: "products:write", params: createParams },
      async (viewer, given) => toWire(viewer, await createCoupon(viewer, toInput(given))),
    ),
    retrieve: get("/v1/coupons/:id", { permission: "products:read" }, async (viewer, { id }) =>
      toWire(viewer, await getCoupon(viewer, id)),
    ),
    update: post(
      "/v1/coupons/:id",
      { permission: "products:write", params: updateParams },
      async (viewer, { id, currency_options, metadata, name }) => {
        const patch = { currencyOptions: toOptions(currency_options), metadata, name };
        return toWire(viewer, await updateCoupon(viewer, id, patch));
      },
    ),
    delete: del("/v1/coupons/:id", { permission: "products:write" }, async (viewer, { id }) =>
      toDeletedCoupon(await deleteCoupon(viewer, id)),
    ),
    list: list(
      "/v1/coupons",
      { permission: "products:read", params: couponListParams },
      async (viewer, request) => {
        const page = await listCoupons(viewer, request);
        return pageOf(page, "/v1/coupons", (row) => toWire(viewer, row));
      },
    ),
  },
  {
    load: async (viewer, id) => toWire(viewer, await getCouponOrDeleted(viewer, id)),
    includable: {
      applies_to: async (viewer, id) => {
        const { productIds } = await getCoupon(viewer, id);
        return productIds ? { products: productIds } : undefined;
      },
      currency_options: async (viewer, id) => toCouponCurrencies(await getCoupon(viewer, id)),
    },
  },
);
