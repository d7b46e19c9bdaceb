import { get, list, post, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import * as p from "#lib/api/params";
import type { Viewer } from "#lib/auth/viewer";
import { adjustBalance } from "./adjust-balance.ts";
import { describeEntry } from "./describe-entry.ts";
import { getEntry, listEntries } from "./queries.ts";
import { type CustomerBalanceRow, toCustomerBalanceTransaction } from "./wire.ts";

const answer = (viewer: Viewer, row: CustomerBalanceRow) =>
  toCustomerBalanceTransaction(row, viewer.environment);

const describing = {
  description: p.emptyable(p.text(350)).optional(),
  metadata: p.metadata().optional(),
};
const createParams = p.params({
  amount: p.signedAmount(),
  currency: p.currency(),
  ...describing,
});
const listing = p.listParams({ created: p.createdRange().optional(), invoice: p.objectId().optional() });

export const customerBalanceResource = resource(
  "customer_balance_transaction",
  {
    create: post(
      "/v1/customers/:customer/balance_transactions",
      { permission: "customers:write", params: createParams },
      async (viewer, { customer: customerId, ...given }) =>
        answer(viewer, await adjustBalance(viewer, { ...given, customerId })),
    ),
    list: list(
      "/v1/customers/:customer/balance_transactions",
      { permission: "customers:read", params: listing },
      async (viewer, { customer, invoice, ...request }) => {
        const page = await listEntries(viewer, request, customer);
        // No entry comes of an invoice yet, so there is none of this one.
        const shown = invoice === undefined ? page : { rows: [], hasMore: false };
        return pageOf(shown, `/v1/customers/${customer}/balance_transactions`, (row) => answer(viewer, row));
      },
    ),
    retrieve: get(
      "/v1/customers/:customer/balance_transactions/:id",
      { permission: "customers:read" },
      async (viewer, { customer: customerId, id }) =>
        answer(viewer, await getEntry(viewer, { customerId, id })),
    ),
    update: post(
      "/v1/customers/:customer/balance_transactions/:id",
      { permission: "customers:write", params: p.params(describing) },
      async (viewer, { customer: customerId, id, ...given }) =>
        answer(viewer, await describeEntry(viewer, { customerId, id }, given)),
    ),
  },
  {
    prefixes: ["cbtxn"],
    load: async (viewer, id) => answer(viewer, await getEntry(viewer, { id })),
    expandable: ["checkout_session", "credit_note", "customer", "invoice"],
  },
);
