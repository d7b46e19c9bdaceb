import { del, get, list, post, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import { searchParams } from "#lib/api/search-result";
import type { Viewer } from "#lib/auth/viewer";
import { toPriceInput } from "#lib/prices/params";
import { searchApi } from "#lib/search/api/search";
import { productKind } from "#lib/search/documents/product";
import { createProduct } from "./create-product.ts";
import { deleteProduct } from "./delete-product.ts";
import { createParams, productListParams, toInput, updateParams } from "./params.ts";
import { getProduct, listProducts } from "./queries.ts";
import { updateProduct } from "./update-product.ts";
import { type ProductRow, toProduct } from "./wire.ts";

const toWire = (viewer: Viewer, row: ProductRow) => toProduct(row, viewer.environment);
const load = async (viewer: Viewer, id: string) => toWire(viewer, await getProduct(viewer, id));

export const productResource = resource(
  "product",
  {
    create: post(
      "/v1/products",
      { permission: "products:write", params: createParams },
      async (viewer, { default_price_data, id, type, ...given }) => {
        const input = { ...toInput(given), name: given.name, id, type };
        const defaultPrice = default_price_data && toPriceInput(default_price_data, "default_price_data");
        return toWire(viewer, await createProduct(viewer, { ...input, defaultPrice }));
      },
    ),
    retrieve: get("/v1/products/:id", { permission: "products:read" }, (viewer, { id }) => load(viewer, id)),
    update: post(
      "/v1/products/:id",
      { permission: "products:write", params: updateParams },
      async (viewer, { id, default_price, ...given }) =>
        toWire(viewer, await updateProduct(viewer, { ...toInput(given), id, defaultPriceId: default_price })),
    ),
    delete: del("/v1/products/:id", { permission: "products:write" }, async (viewer, { id }) => {
      const row = await deleteProduct(viewer, id);
      return { id: row.id, object: "product", deleted: true };
    }),
    search: get(
      "/v1/products/search",
      { permission: "products:read", params: searchParams },
      (viewer, request) =>
        searchApi(viewer, request, {
          kind: productKind,
          url: "/v1/products/search",
          toWire: (row) => toWire(viewer, row),
        }),
    ),
    list: list(
      "/v1/products",
      { permission: "products:read", params: productListParams },
      async (viewer, { ids, active, shippable, type, url, ...request }) => {
        const page = await listProducts(viewer, request, { ids, active, shippable, type, url });
        return pageOf(page, "/v1/products", (row) => toWire(viewer, row));
      },
    ),
  },
  { prefixes: ["prod"], load, expandable: ["default_price", "tax_code"], kinds: { default_price: "price" } },
);
