import { del, get, list, post, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import { bool, listParams, metadata, objectId, params, text } from "#lib/api/params";
import type { Viewer } from "#lib/auth/viewer";
import { attachFeature, detachFeature } from "./attach-feature.ts";
import { createFeature } from "./create-feature.ts";
import { getFeature, getProductFeature, listFeatures, listProductFeatures } from "./queries.ts";
import { updateFeature } from "./update-feature.ts";
import { type FeatureRow, toFeature, toProductFeature } from "./wire.ts";

const toWire = (viewer: Viewer, row: FeatureRow) => toFeature(row, viewer.environment);
const load = async (viewer: Viewer, id: string) => toWire(viewer, await getFeature(viewer, id));

export const featureResource = resource(
  "entitlements.feature",
  {
    create: post(
      "/v1/entitlements/features",
      {
        permission: "products:write",
        params: params({ lookup_key: text(80), metadata: metadata().optional(), name: text(80) }),
      },
      async (viewer, { lookup_key, metadata, name }) =>
        toWire(viewer, await createFeature(viewer, { lookupKey: lookup_key, metadata, name })),
    ),
    retrieve: get("/v1/entitlements/features/:id", { permission: "products:read" }, (viewer, { id }) =>
      load(viewer, id),
    ),
    update: post(
      "/v1/entitlements/features/:id",
      {
        permission: "products:write",
        params: params({
          active: bool().optional(),
          metadata: metadata().optional(),
          name: text(80).optional(),
        }),
      },
      async (viewer, { id, ...patch }) => toWire(viewer, await updateFeature(viewer, id, patch)),
    ),
    list: list(
      "/v1/entitlements/features",
      {
        permission: "products:read",
        params: listParams({ archived: bool().default(false), lookup_key: text(80).optional() }),
      },
      async (viewer, { archived, lookup_key, ...request }) => {
        const page = await listFeatures(viewer, request, { active: !archived, lookupKey: lookup_key });
        return pageOf(page, "/v1/entitlements/features", (row) => toWire(viewer, row));
      },
    ),
  },
  { prefixes: ["feat"], load },
);

export const productFeatureResource = resource("product_feature", {
  create: post(
    "/v1/products/:product/features",
    { permission: "products:write", params: params({ entitlement_feature: objectId() }) },
    async (viewer, { product, entitlement_feature }) =>
      toProductFeature(await attachFeature(viewer, product, entitlement_feature), viewer.environment),
  ),
  retrieve: get(
    "/v1/products/:product/features/:id",
    { permission: "products:read" },
    async (viewer, { product, id }) =>
      toProductFeature(await getProductFeature(viewer, product, id), viewer.environment),
  ),
  delete: del(
    "/v1/products/:product/features/:id",
    { permission: "products:write" },
    async (viewer, { product, id }) => {
      await detachFeature(viewer, product, id);
      return { id, object: "product_feature", deleted: true };
    },
  ),
  list: list(
    "/v1/products/:product/features",
    { permission: "products:read", params: listParams({}) },
    async (viewer, { product, ...request }) => {
      const page = await listProductFeatures(viewer, product, request);
      const url = `/v1/products/${product}/features`;
      return pageOf(page, url, (found) => toProductFeature(found, viewer.environment));
    },
  ),
});
