import { del, get, list, post, resource } from "#lib/api/endpoint";
import { pageOf, type PageRequest } from "#lib/api/page";
import * as p from "#lib/api/params";
import { noSuch } from "#lib/api/refused";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { createTaxId } from "./create-tax-id.ts";
import { deleteTaxId } from "./delete-tax-id.ts";
import { getTaxId, listTaxIds } from "./queries.ts";
import { type TaxIdRow, toDeletedTaxId, toTaxId } from "./wire.ts";

const answer = (viewer: Viewer, row: TaxIdRow) => toTaxId(row, viewer.environment);
const read = "customers:read" as const;
const write = "customers:write" as const;
const number = { type: p.text(40), value: p.text(100) };
const owner = p.hash({
  type: p.oneOf(["account", "application", "customer", "self"]),
  account: p.objectId().optional(),
  customer: p.objectId().optional(),
  customer_account: noSuch("customer account"),
});

export const taxIdResource = resource(
  "tax_id",
  {
    create: post(
      "/v1/tax_ids",
      { permission: write, params: p.params({ ...number, owner: owner.optional() }) },
      async (viewer, { owner: named, ...given }) =>
        answer(viewer, await createTaxId(viewer, { ...given, customerId: ownerOf(viewer, named) })),
    ),
    list: list(
      "/v1/tax_ids",
      { permission: read, params: p.listParams({ owner: owner.optional() }) },
      (viewer, { owner: named, ...request }) =>
        pageOfOwner(viewer, request, ownerOf(viewer, named), "/v1/tax_ids"),
    ),
    retrieve: get("/v1/tax_ids/:id", { permission: read }, (viewer, { id }) => load(viewer, id)),
    delete: del("/v1/tax_ids/:id", { permission: write }, async (viewer, { id }) =>
      toDeletedTaxId(await deleteTaxId(viewer, { id })),
    ),
    createOfCustomer: post(
      "/v1/customers/:customer/tax_ids",
      { permission: write, params: p.params(number) },
      async (viewer, { customer: customerId, ...given }) =>
        answer(viewer, await createTaxId(viewer, { ...given, customerId })),
    ),
    listOfCustomer: list(
      "/v1/customers/:customer/tax_ids",
      { permission: read, params: p.listParams({}) },
      (viewer, { customer, ...request }) => pageOfCustomer(viewer, request, customer),
    ),
    retrieveOfCustomer: get(
      "/v1/customers/:customer/tax_ids/:id",
      { permission: read },
      async (viewer, { customer: customerId, id }) =>
        answer(viewer, await getTaxId(viewer, { customerId, id })),
    ),
    deleteOfCustomer: del(
      "/v1/customers/:customer/tax_ids/:id",
      { permission: write },
      async (viewer, { customer: customerId, id }) =>
        toDeletedTaxId(await deleteTaxId(viewer, { customerId, id })),
    ),
  },
  {
    prefixes: ["txi"],
    load,
    expandable: ["customer", "owner.account", "owner.application", "owner.customer"],
  },
);

/** A customer's tax numbers as the API lists them. */
export function pageOfCustomer(viewer: Viewer, request: PageRequest, customerId: string) {
  return pageOfOwner(viewer, request, customerId, `/v1/customers/${customerId}/tax_ids`);
}

async function pageOfOwner(viewer: Viewer, request: PageRequest, customerId: string | null, url: string) {
  return pageOf(await listTaxIds(viewer, request, customerId), url, (row) => answer(viewer, row));
}

async function load(viewer: Viewer, id: string) {
  return answer(viewer, await getTaxId(viewer, { id }));
}

interface NamedOwner {
  type: "account" | "application" | "customer" | "self";
  account?: string | undefined;
  customer?: string | undefined;
}

/** Whose number it is: a customer's id, or null for the business of the key. */
function ownerOf({ environment }: Viewer, owner: NamedOwner = { type: "self" }): string | null {
  switch (owner.type) {
    case "self":
      return null;
    case "customer":
      if (owner.customer !== undefined) return owner.customer;
      throw invalid("Missing required param: owner[customer].", {
        code: "parameter_missing",
        param: "owner[customer]",
      });
    case "account":
      if (owner.account === environment.accountId) return null;
      throw invalid(`No such account: '${owner.account ?? ""}'`, {
        code: "resource_missing",
        param: "owner[account]",
      });
    case "application":
      throw invalid("Only an application can have tax IDs of its own.", { param: "owner[type]" });
  }
}
