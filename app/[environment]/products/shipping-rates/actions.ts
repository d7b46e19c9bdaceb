"use server";

import { authorize } from "#lib/auth/permissions";
import { paths } from "#lib/paths";
import { createShippingRate } from "#lib/shipping-rates/create-shipping-rate";
import { updateShippingRate } from "#lib/shipping-rates/update-shipping-rate";
import { formAction } from "../../../_server/form-action";
import { rearranging } from "../../../_server/rearranging";
import { withCurrencies } from "../_parts/extra-currencies";
import { activeForm, fieldsForm } from "../_parts/small-forms";
import { taxBehaviorTyped } from "../_price-form/price-typed";
import { optionsTyped, shippingTyped } from "./shipping-typed";

export const addShipping = rearranging(
  formAction(
    fieldsForm,
    async (viewer, { fields, metadata }) => {
      authorize(viewer, "products:write");
      return createShippingRate(viewer, shippingTyped(fields, metadata, viewer.locale));
    },
    { next: (viewer, { id }) => paths.shippingRate(viewer, id) },
  ),
  withCurrencies,
);

export const editShipping = rearranging(
  formAction(
    fieldsForm,
    async (viewer, { fields, metadata }) =>
      updateShippingRate(viewer, fields.id ?? "", {
        currencyOptions: optionsTyped(fields, viewer.locale),
        metadata,
        taxBehavior: taxBehaviorTyped(fields),
      }),
    { next: (viewer, { id }) => paths.shippingRate(viewer, id) },
  ),
  withCurrencies,
);

export const setShippingActive = formAction(
  activeForm,
  (viewer, { id, active }) =>
    updateShippingRate(viewer, id, { active: active === "yes", currencyOptions: {} }),
  { next: (viewer, { id }) => paths.shippingRate(viewer, id) },
);
