import { countries, isCountry } from "#lib/accounts/countries";
import { get, list, resource } from "#lib/api/endpoint";
import { pageOf, pageOfFixed } from "#lib/api/page";
import { listParams } from "#lib/api/params";
import { notFound } from "#lib/errors";
import { toCountrySpec } from "./country-spec.ts";

const permission = "account:read" as const;
const codes = Object.keys(countries).filter(isCountry);

export const countrySpecResource = resource("country_spec", {
  list: list("/v1/country_specs", { permission, params: listParams({}) }, async (_viewer, request) => {
    const page = pageOfFixed(codes, request, { idOf: (code) => code, kind: "country_spec" });
    return pageOf(page, "/v1/country_specs", toCountrySpec);
  }),
  retrieve: get("/v1/country_specs/:id", { permission }, async (_viewer, { id }) => {
    const code = id.toUpperCase();
    if (!isCountry(code)) throw notFound("country_spec", id);
    return toCountrySpec(code);
  }),
});
