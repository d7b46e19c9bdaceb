"use server";

import { authorize } from "#lib/auth/permissions";
import { createCoupon } from "#lib/coupons/create-coupon";
import { deleteCoupon } from "#lib/coupons/delete-coupon";
import { updateCoupon } from "#lib/coupons/update-coupon";
import { paths } from "#lib/paths";
import { createPromotionCode } from "#lib/promotion-codes/create-promotion-code";
import { updatePromotionCode } from "#lib/promotion-codes/update-promotion-code";
import { formAction } from "../../../_server/form-action";
import { afterDone } from "../../../_server/local-path";
import { rearranging } from "../../../_server/rearranging";
import { otherAmountsTyped, withCurrencies } from "../_parts/extra-currencies";
import { besideField, textTyped } from "../_parts/read-typed";
import { activeForm, fieldsForm, idForm } from "../_parts/small-forms";
import { codeTyped, couponTyped } from "./coupon-typed";
import { couponFieldsForm } from "./forms";

export const addCoupon = rearranging(
  formAction(
    couponFieldsForm,
    (viewer, { fields, ...facts }) => {
      authorize(viewer, "products:write");
      return besideField(createCoupon(viewer, couponTyped(fields, facts, viewer)), {
        id: { param: "id", code: "coupon_exists" },
        redeem_by: { param: "redeemBy", code: "day_over" },
      });
    },
    { next: (viewer, { id }) => paths.coupon(viewer, id) },
  ),
  withCurrencies,
);

export const editCoupon = rearranging(
  formAction(
    fieldsForm,
    (viewer, { fields, metadata }) =>
      updateCoupon(viewer, fields.id ?? "", {
        name: textTyped(fields, "name", 40) ?? null,
        metadata,
        currencyOptions: otherAmountsTyped(fields, viewer.locale),
      }),
    { next: (viewer, { id }) => paths.coupon(viewer, id) },
  ),
  withCurrencies,
);

export const removeCoupon = formAction(idForm, (viewer, { id }) => deleteCoupon(viewer, id), {
  next: (viewer) => afterDone(paths.coupons(viewer), "coupon_deleted"),
});

export const addCode = rearranging(
  formAction(
    fieldsForm,
    (viewer, { fields, metadata }) => {
      authorize(viewer, "products:write");
      return besideField(createPromotionCode(viewer, codeTyped(fields, metadata, viewer)), {
        code: { param: "code", code: "code_taken" },
        customer: { param: "customer", code: "customer_unknown" },
        expires_at: { param: "expiresAt", code: "code_outlives_coupon" },
        max_redemptions: { param: "maxRedemptions", code: "code_beyond_coupon" },
      });
    },
    { next: (viewer, { row }) => paths.promotionCode(viewer, row.couponId, row.id) },
  ),
  withCurrencies,
);

export const editCode = rearranging(
  formAction(
    fieldsForm,
    (viewer, { fields, metadata }) =>
      updatePromotionCode(viewer, fields.id ?? "", {
        metadata,
        currencyOptions: otherAmountsTyped(fields, viewer.locale),
      }),
    { next: (viewer, { row }) => paths.promotionCode(viewer, row.couponId, row.id) },
  ),
  withCurrencies,
);

export const setCodeActive = formAction(
  activeForm,
  (viewer, { id, active }) => updatePromotionCode(viewer, id, { active: active === "yes" }),
  { next: (viewer, { row }) => paths.promotionCode(viewer, row.couponId, row.id) },
);
