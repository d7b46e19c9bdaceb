import { get, list, post, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import type { Viewer } from "#lib/auth/viewer";
import { createTaxRate } from "./create-tax-rate.ts";
import { createParams, taxRateListParams, toInput, updateParams } from "./params.ts";
import { getTaxRate, listTaxRates } from "./queries.ts";
import { updateTaxRate } from "./update-tax-rate.ts";
import { type TaxRateRow, toTaxRate } from "./wire.ts";

const toWire = (viewer: Viewer, row: TaxRateRow) => toTaxRate(row, viewer.environment);
const load = async (viewer: Viewer, id: string) => toWire(viewer, await getTaxRate(viewer, id));

export const taxRateResource = resource(
  "tax_rate",
  {
    create: post(
      "/v1/tax_rates",
      { permission: "products:write", params: createParams },
      async (viewer, { display_name, inclusive, percentage, ...given }) => {
        const input = { ...toInput(given), displayName: display_name, inclusive, percentage };
        return toWire(viewer, await createTaxRate(viewer, input));
      },
    ),
    retrieve: get("/v1/tax_rates/:id", { permission: "products:read" }, (viewer, { id }) => load(viewer, id)),
    update: post(
      "/v1/tax_rates/:id",
      { permission: "products:write", params: updateParams },
      async (viewer, { id, ...given }) => toWire(viewer, await updateTaxRate(viewer, id, toInput(given))),
    ),
    list: list(
      "/v1/tax_rates",
      { permission: "products:read", params: taxRateListParams },
      async (viewer, { active, inclusive, ...request }) => {
        const page = await listTaxRates(viewer, request, { active, inclusive });
        return pageOf(page, "/v1/tax_rates", (row) => toWire(viewer, row));
      },
    ),
  },
  { prefixes: ["txr"], load },
);
