import { del, get, list, post, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import type { Viewer } from "#lib/auth/viewer";
import { newId } from "#lib/ids";
import { createPrice } from "#lib/prices/create-price";
import { toTiers, type PriceRow } from "#lib/prices/wire";
import { toPlan } from "#lib/prices/wire-plan";
import { deletePlan } from "./delete-plan.ts";
import { createParams, planListParams, toPatch, toPriceInput, updateParams } from "./params.ts";
import { getPlan, listPlans } from "./queries.ts";
import { updatePlan } from "./update-plan.ts";

const toWire = (viewer: Viewer, row: PriceRow) => toPlan(row, viewer.environment);
const load = async (viewer: Viewer, id: string) => toWire(viewer, await getPlan(viewer, id));

export const planResource = resource(
  "plan",
  {
    create: post(
      "/v1/plans",
      { permission: "products:write", params: createParams },
      async (viewer, given) => {
        const id = given.id ?? newId("plan", viewer.now());
        return toWire(viewer, await createPrice(viewer, { ...toPriceInput(given), id }));
      },
    ),
    retrieve: get("/v1/plans/:id", { permission: "products:read" }, (viewer, { id }) => load(viewer, id)),
    update: post(
      "/v1/plans/:id",
      { permission: "products:write", params: updateParams },
      async (viewer, { id, ...given }) => {
        return toWire(viewer, await updatePlan(viewer, id, toPatch(given)));
      },
    ),
    delete: del("/v1/plans/:id", { permission: "products:write" }, async (viewer, { id }) => {
      const row = await deletePlan(viewer, id);
      return { id: row.id, object: "plan", deleted: true };
    }),
    list: list(
      "/v1/plans",
      { permission: "products:read", params: planListParams },
      async (viewer, { active, product, ...request }) => {
        const page = await listPlans(viewer, request, { active, productId: product });
        return pageOf(page, "/v1/plans", (row) => toWire(viewer, row));
      },
    ),
  },
  {
    load,
    expandable: ["product"],
    kinds: { product: "product" },
    includable: {
      tiers: async (viewer, id) => {
        const { tiers } = await getPlan(viewer, id);
        return tiers ? toTiers(tiers) : undefined;
      },
    },
  },
);
