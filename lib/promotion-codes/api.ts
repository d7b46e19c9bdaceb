import { get, list, post, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import type { Viewer } from "#lib/auth/viewer";
import { createPromotionCode } from "./create-promotion-code.ts";
import { createParams, promotionCodeListParams, toInput, toMinimums, updateParams } from "./params.ts";
import { getPromotionCode, listPromotionCodes } from "./queries.ts";
import { updatePromotionCode } from "./update-promotion-code.ts";
import { type PromotionCode, toMinimums as toWireMinimums, toPromotionCode } from "./wire.ts";

const toWire = (viewer: Viewer, code: PromotionCode) =>
  toPromotionCode(code, viewer.environment, viewer.now());
const load = async (viewer: Viewer, id: string) => toWire(viewer, await getPromotionCode(viewer, id));

export const promotionCodeResource = resource(
  "promotion_code",
  {
    create: post(
      "/v1/promotion_codes",
      { permission: "products:write", params: createParams },
      async (viewer, given) => toWire(viewer, await createPromotionCode(viewer, toInput(given))),
    ),
    retrieve: get("/v1/promotion_codes/:id", { permission: "products:read" }, (viewer, { id }) =>
      load(viewer, id),
    ),
    update: post(
      "/v1/promotion_codes/:id",
      { permission: "products:write", params: updateParams },
      async (viewer, { id, active, metadata, restrictions }) => {
        const patch = { active, metadata, currencyOptions: toMinimums(restrictions?.currency_options) };
        return toWire(viewer, await updatePromotionCode(viewer, id, patch));
      },
    ),
    list: list(
      "/v1/promotion_codes",
      { permission: "products:read", params: promotionCodeListParams },
      async (viewer, { active, code, coupon, customer, customer_account, ...request }) => {
        const filters = { active, code, couponId: coupon, customerId: customer ?? customer_account };
        const page = await listPromotionCodes(viewer, request, filters);
        return pageOf(page, "/v1/promotion_codes", (found) => toWire(viewer, found));
      },
    ),
  },
  {
    prefixes: ["promo"],
    load,
    expandable: ["customer", "promotion.coupon"],
    kinds: { "promotion.coupon": "coupon" },
    includable: {
      "restrictions.currency_options": async (viewer, id) =>
        toWireMinimums(await getPromotionCode(viewer, id)),
    },
  },
);
