import { del, get, list, postThroughProcessor, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import { createdRange, listParams, objectId, text } from "#lib/api/params";
import { searchParams } from "#lib/api/search-result";
import type { Viewer } from "#lib/auth/viewer";
import { cashBalanceOf } from "#lib/cash/api";
import { pageOfSources } from "#lib/sources/page-of-sources";
import { pageOfCustomer } from "#lib/tax-ids/api";
import { searchApi } from "#lib/search/api/search";
import { customerKind } from "#lib/search/documents/customer";
import { createCustomer } from "./create-customer.ts";
import { deleteCustomer } from "./delete-customer.ts";
import { createParams, toInput, updateParams } from "./params.ts";
import { getCustomerOrDeleted, listCustomers, mergedInto } from "./queries.ts";
import { updateCustomer } from "./update-customer.ts";
import { type CustomerRow, toCustomer, toDeletedCustomer } from "./wire.ts";

const toWire = (viewer: Viewer, row: CustomerRow) => toCustomer(row, viewer.environment);

export const customerResource = resource(
  "customer",
  {
    create: postThroughProcessor(
      "/v1/customers",
      { permission: "customers:write", params: createParams },
      (viewer, { payment_method, tax_id_data, test_clock, ...input }) =>
        createCustomer(viewer, {
          ...toInput(input),
          paymentMethodId: payment_method,
          taxIds: tax_id_data,
          testClockId: test_clock,
        }),
      toWire,
    ),
    retrieve: get("/v1/customers/:id", { permission: "customers:read" }, (viewer, { id }) =>
      load(viewer, id),
    ),
    update: postThroughProcessor(
      "/v1/customers/:id",
      { permission: "customers:write", params: updateParams },
      (viewer, input) =>
        updateCustomer(viewer, { ...toInput(input), defaultSourceId: input.default_source, id: input.id }),
      toWire,
    ),
    delete: del("/v1/customers/:id", { permission: "customers:delete" }, async (viewer, { id }) =>
      toDeletedCustomer(await deleteCustomer(viewer, id)),
    ),
    search: get(
      "/v1/customers/search",
      { permission: "customers:read", params: searchParams },
      (viewer, request) =>
        searchApi(viewer, request, {
          kind: customerKind,
          url: "/v1/customers/search",
          toWire: (row) => toWire(viewer, row),
        }),
    ),
    list: list(
      "/v1/customers",
      {
        permission: "customers:read",
        params: listParams({
          email: text(800).optional(),
          created: createdRange().optional(),
          test_clock: objectId().optional(),
        }),
      },
      async (viewer, input) => {
        const page = await listCustomers(viewer, input, {
          email: input.email,
          testClockId: input.test_clock,
        });
        return pageOf(page, "/v1/customers", (row) => toWire(viewer, row));
      },
    ),
  },
  {
    prefixes: ["cus"],
    load,
    expandable: ["invoice_settings.default_payment_method", "default_source", "discount", "test_clock"],
    kinds: {
      cash_balance: "cash_balance",
      default_source: "customer_source",
      "invoice_settings.default_payment_method": "payment_method",
      sources: "customer_source",
      tax_ids: "tax_id",
    },
    includable: {
      cash_balance: cashBalanceOf,
      invoice_credit_balance: () => Promise.resolve({}),
      sources: (viewer, id) => pageOfSources(viewer, { limit: 10 }, id),
      subscriptions: (_viewer, id) => Promise.resolve(noneOf(id, "subscriptions")),
      tax_ids: (viewer, id) => pageOfCustomer(viewer, { limit: 10 }, id),
    },
  },
);

/** What a deleted customer's id still leads to says that it was deleted; that of a merged one leads to who they are now. */
async function load(viewer: Viewer, id: string) {
  const row = (await mergedInto(viewer, id)) ?? (await getCustomerOrDeleted(viewer, id));
  return row.deletedAt === null ? toWire(viewer, row) : toDeletedCustomer(row);
}

/** What a customer has none of. */
function noneOf(id: string, what: string) {
  return pageOf({ rows: [], hasMore: false }, `/v1/customers/${id}/${what}`, (row: never) => row);
}
