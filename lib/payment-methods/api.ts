import { get, list, post, postThroughProcessor, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import { listParams, objectId, params, text } from "#lib/api/params";
import { noSuch } from "#lib/api/refused";
import type { Viewer } from "#lib/auth/viewer";
import { getCustomer } from "#lib/customers/queries";
import { invalid } from "#lib/errors";
import { attachPaymentMethod } from "./attach-payment-method.ts";
import { createPaymentMethod } from "./create-payment-method.ts";
import { detachPaymentMethod } from "./detach-payment-method.ts";
import { allowRedisplay, createParams, toMethodData, toPatch, updateParams } from "./params.ts";
import { getCustomersPaymentMethod, getPaymentMethod, listPaymentMethods, methodType } from "./queries.ts";
import { updatePaymentMethod } from "./update-payment-method.ts";
import { type PaymentMethodRow, toPaymentMethod } from "./wire.ts";

const toWire = (viewer: Viewer, row: PaymentMethodRow) => toPaymentMethod(row, viewer.environment);
const filters = { type: text().optional(), allow_redisplay: allowRedisplay().optional() };
const whose = { customer: objectId().optional(), customer_account: noSuch("customer account") };

export const paymentMethodResource = resource(
  "payment_method",
  {
    create: postThroughProcessor(
      "/v1/payment_methods",
      { permission: "payments:write", publishable: ["payments:write"], params: createParams },
      async (viewer, input) => {
        assertNoCustomer(input.customer);
        return createPaymentMethod(viewer, toMethodData(input));
      },
      toWire,
    ),
    retrieve: get("/v1/payment_methods/:id", { permission: "customers:read" }, async (viewer, { id }) =>
      toWire(viewer, await getPaymentMethod(viewer, id)),
    ),
    update: post(
      "/v1/payment_methods/:id",
      { permission: "customers:write", params: updateParams },
      async (viewer, input) => toWire(viewer, await updatePaymentMethod(viewer, toPatch(input.id, input))),
    ),
    list: list(
      "/v1/payment_methods",
      { permission: "customers:read", params: listParams({ ...filters, ...whose }) },
      async (viewer, input) => {
        if (input.customer !== undefined) await getCustomer(viewer, input.customer, "customer");
        return listOf(viewer, input, input.customer, "/v1/payment_methods");
      },
    ),
    attach: postThroughProcessor(
      "/v1/payment_methods/:id/attach",
      { permission: "customers:write", params: params(whose) },
      (viewer, input) =>
        attachPaymentMethod(viewer, { paymentMethodId: input.id, customerId: named(input.customer) }),
      toWire,
    ),
    detach: post(
      "/v1/payment_methods/:id/detach",
      { permission: "customers:write" },
      async (viewer, { id }) => toWire(viewer, await detachPaymentMethod(viewer, id)),
    ),
    listOfCustomer: list(
      "/v1/customers/:customer/payment_methods",
      { permission: "customers:read", params: listParams(filters) },
      async (viewer, input) => {
        await getCustomer(viewer, input.customer);
        return listOf(viewer, input, input.customer, `/v1/customers/${input.customer}/payment_methods`);
      },
    ),
    retrieveOfCustomer: get(
      "/v1/customers/:customer/payment_methods/:id",
      { permission: "customers:read" },
      async (viewer, input) => {
        await getCustomer(viewer, input.customer);
        const row = await getCustomersPaymentMethod(viewer, { customerId: input.customer, id: input.id });
        return toWire(viewer, row);
      },
    ),
  },
  {
    prefixes: ["pm"],
    load: async (viewer, id) => toWire(viewer, await getPaymentMethod(viewer, id)),
    expandable: [
      "card.generated_from.setup_attempt",
      "customer",
      "sepa_debit.generated_from.charge",
      "sepa_debit.generated_from.setup_attempt",
    ],
  },
);

interface ListInput {
  limit: number;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
  type?: string | undefined;
  allow_redisplay?: PaymentMethodRow["allowRedisplay"] | undefined;
}

async function listOf(viewer: Viewer, input: ListInput, customerId: string | undefined, url: string) {
  const page = await listPaymentMethods(viewer, input, {
    customerId,
    type: input.type === undefined ? undefined : methodType(input.type),
    allowRedisplay: input.allow_redisplay,
  });
  return pageOf(page, url, (row) => toWire(viewer, row));
}

function assertNoCustomer(customer: string | undefined): void {
  if (customer === undefined) return;
  throw invalid(
    "You cannot attach a PaymentMethod to a Customer during PaymentMethod creation. Please instead create the PaymentMethod and then attach it using the attachment method of the PaymentMethods API.",
  );
}

function named(customer: string | undefined): string {
  if (customer !== undefined) return customer;
  throw invalid("Must provide customer or customer_account.", { code: "parameter_missing" });
}
