import { get, list, post, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import type { Viewer } from "#lib/auth/viewer";
import { createShippingRate } from "./create-shipping-rate.ts";
import { createParams, shippingRateListParams, toOptions, updateParams } from "./params.ts";
import { getShippingRate, listShippingRates } from "./queries.ts";
import { updateShippingRate } from "./update-shipping-rate.ts";
import { type ShippingRateRow, toShippingCurrencies, toShippingRate } from "./wire.ts";

const toWire = (viewer: Viewer, row: ShippingRateRow) => toShippingRate(row, viewer.environment);
const load = async (viewer: Viewer, id: string) => toWire(viewer, await getShippingRate(viewer, id));

export const shippingRateResource = resource(
  "shipping_rate",
  {
    create: post(
      "/v1/shipping_rates",
      { permission: "products:write", params: createParams },
      async (viewer, { fixed_amount, ...given }) => {
        const row = await createShippingRate(viewer, {
          amount: fixed_amount.amount,
          currency: fixed_amount.currency,
          currencyOptions: toOptions(fixed_amount.currency_options),
          deliveryEstimate: given.delivery_estimate,
          displayName: given.display_name,
          metadata: given.metadata,
          taxBehavior: given.tax_behavior,
          taxCode: given.tax_code,
        });
        return toWire(viewer, row);
      },
    ),
    retrieve: get("/v1/shipping_rates/:id", { permission: "products:read" }, (viewer, { id }) =>
      load(viewer, id),
    ),
    update: post(
      "/v1/shipping_rates/:id",
      { permission: "products:write", params: updateParams },
      async (viewer, { id, active, fixed_amount, metadata, tax_behavior }) => {
        const row = await updateShippingRate(viewer, id, {
          active,
          currencyOptions: toOptions(fixed_amount?.currency_options),
          metadata,
          taxBehavior: tax_behavior,
        });
        return toWire(viewer, row);
      },
    ),
    list: list(
      "/v1/shipping_rates",
      { permission: "products:read", params: shippingRateListParams },
      async (viewer, { active, currency, ...request }) => {
        const page = await listShippingRates(viewer, request, { active, currency });
        return pageOf(page, "/v1/shipping_rates", (row) => toWire(viewer, row));
      },
    ),
  },
  {
    prefixes: ["shr"],
    load,
    expandable: ["tax_code"],
    includable: {
      "fixed_amount.currency_options": async (viewer, id) =>
        toShippingCurrencies(await getShippingRate(viewer, id)),
    },
  },
);
