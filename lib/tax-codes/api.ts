import type Stripe from "stripe";
import { get, list, resource } from "#lib/api/endpoint";
import { pageOf, pageOfFixed } from "#lib/api/page";
import { listParams } from "#lib/api/params";
import { notFound } from "#lib/errors";
import { taxCodes } from "./catalogue.ts";

const permission = "products:read" as const;

export const taxCodeResource = resource(
  "tax_code",
  {
    list: list("/v1/tax_codes", { permission, params: listParams({}) }, async (_viewer, request) => {
      const page = pageOfFixed(taxCodes, request, { idOf: ({ id }) => id, kind: "tax code" });
      return pageOf(page, "/v1/tax_codes", toTaxCode);
    }),
    retrieve: get("/v1/tax_codes/:id", { permission }, (_viewer, { id }) => load(id)),
  },
  { prefixes: ["txcd"], load: (_viewer, id) => load(id) },
);

async function load(id: string): Promise<Stripe.TaxCode> {
  const found = taxCodes.find((known) => known.id === id);
  if (!found) throw notFound("tax code", id);
  return toTaxCode(found);
}

function toTaxCode({ id, name, description }: (typeof taxCodes)[number]): Stripe.TaxCode {
  return { id, object: "tax_code", description, name, requirements: null };
}
