import { get, list, post, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import { searchParams } from "#lib/api/search-result";
import type { Viewer } from "#lib/auth/viewer";
import { toProductData } from "#lib/products/product-data";
import { searchApi } from "#lib/search/api/search";
import { priceKind } from "#lib/search/documents/price";
import { createPrice } from "./create-price.ts";
import { createParams, priceListParams, toPatch, toPriceInput, updateParams } from "./params.ts";
import { getPrice, listPrices } from "./queries.ts";
import { updatePrice } from "./update-price.ts";
import { type PriceRow, toCurrencyOptions, toPrice, toTiers } from "./wire.ts";

const toWire = (viewer: Viewer, row: PriceRow) => toPrice(row, viewer.environment);
const load = async (viewer: Viewer, id: string) => toWire(viewer, await getPrice(viewer, id));

export const priceResource = resource(
  "price",
  {
    create: post(
      "/v1/prices",
      { permission: "products:write", params: createParams },
      async (viewer, { product, product_data, ...given }) => {
        const described = product_data && toProductData(product_data);
        const input = { ...toPriceInput(given), productId: product, product: described };
        return toWire(viewer, await createPrice(viewer, input));
      },
    ),
    retrieve: get("/v1/prices/:id", { permission: "products:read" }, (viewer, { id }) => load(viewer, id)),
    update: post(
      "/v1/prices/:id",
      { permission: "products:write", params: updateParams },
      async (viewer, { id, ...given }) => toWire(viewer, await updatePrice(viewer, id, toPatch(given))),
    ),
    search: get(
      "/v1/prices/search",
      { permission: "products:read", params: searchParams },
      (viewer, request) =>
        searchApi(viewer, request, {
          kind: priceKind,
          url: "/v1/prices/search",
          toWire: (row) => toWire(viewer, row),
        }),
    ),
    list: list(
      "/v1/prices",
      { permission: "products:read", params: priceListParams },
      async (viewer, { lookup_keys, active, currency, product, recurring, type, ...request }) => {
        const page = await listPrices(viewer, request, {
          active,
          currency,
          interval: recurring?.interval,
          lookupKeys: lookup_keys,
          meterId: recurring?.meter,
          productId: product,
          type,
          usageType: recurring?.usage_type,
        });
        return pageOf(page, "/v1/prices", (row) => toWire(viewer, row));
      },
    ),
  },
  {
    prefixes: ["price", "plan"],
    load,
    expandable: ["product"],
    kinds: { product: "product" },
    includable: {
      currency_options: async (viewer, id) => toCurrencyOptions(await getPrice(viewer, id)),
      tiers: async (viewer, id) => {
        const { tiers } = await getPrice(viewer, id);
        return tiers ? toTiers(tiers) : undefined;
      },
    },
  },
);
