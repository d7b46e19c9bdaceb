import type { z } from "zod";
import { charges } from "#db/schema/index";
import { get, list, post, postThroughProcessor, resource } from "#lib/api/endpoint";
import { pageOf, pageRows } from "#lib/api/page";
import { searchParams } from "#lib/api/search-result";
import { ofPlatforms } from "#lib/api/refused";
import type { Viewer } from "#lib/auth/viewer";
import { toShipping } from "./shipping.ts";
import { refundsOfCharge } from "#lib/refunds/queries";
import { searchApi } from "#lib/search/api/search";
import { chargeKind } from "#lib/search/documents/charge";
import { assertHeld } from "./assert-held.ts";
import { capturePayment } from "./capture-payment.ts";
import {
  captureChargeParams,
  createChargeParams,
  listChargesParams,
  updateChargeParams,
} from "./charge-params.ts";
import { createCharge } from "./create-charge.ts";
import { getCharge, getPayment } from "./queries.ts";
import { updateCharge } from "./update-charge.ts";
import { type ChargeRow, type PaymentIntentRow, toCharge } from "./wire.ts";

const answer = (viewer: Viewer, row: ChargeRow) => toCharge(row, viewer.environment);
const write = "payments:write" as const;
const read = "payments:read" as const;

export const chargeResource = resource(
  "charge",
  {
    create: postThroughProcessor(
      "/v1/charges",
      { permission: write, params: createChargeParams },
      create,
      latest,
    ),
    search: get("/v1/charges/search", { permission: read, params: searchParams }, (viewer, request) =>
      searchApi(viewer, request, {
        kind: chargeKind,
        url: "/v1/charges/search",
        toWire: (row) => answer(viewer, row),
      }),
    ),
    list: list("/v1/charges", { permission: read, params: listChargesParams }, async (viewer, input) => {
      const { customer: customerId, payment_intent: paymentIntentId, transfer_group: transferGroup } = input;
      const page = await pageRows(viewer, {
        table: charges,
        kind: "charge",
        request: input,
        filters: { customerId, paymentIntentId, transferGroup },
      });
      return pageOf(page, "/v1/charges", (row) => answer(viewer, row));
    }),
    retrieve: get("/v1/charges/:id", { permission: read }, async (viewer, { id }) =>
      answer(viewer, await getCharge(viewer, id)),
    ),
    update: post(
      "/v1/charges/:id",
      { permission: write, params: updateChargeParams },
      async (viewer, { id, ...given }) => answer(viewer, await updateCharge(viewer, id, changesOf(given))),
    ),
    capture: postThroughProcessor(
      "/v1/charges/:id/capture",
      { permission: write, params: captureChargeParams },
      capture,
      latest,
    ),
  },
  {
    prefixes: ["ch", "py"],
    load: async (viewer, id) => answer(viewer, await getCharge(viewer, id)),
    expandable: [
      ...ofPlatforms,
      "application_fee",
      "balance_transaction",
      "customer",
      "failure_balance_transaction",
      "payment_intent",
      "payment_method_details.card.mandate",
      "payment_method_details.us_bank_account.mandate",
      "review",
      "source_transfer",
      "transfer",
      "transfer_data.destination",
    ],
    includable: { refunds: refundsOfCharge },
    kinds: { refunds: "refund" },
  },
);

/** What is done to the payment behind a charge is answered with the charge. */
async function latest(viewer: Viewer, payment: PaymentIntentRow) {
  return answer(viewer, await getCharge(viewer, String(payment.latestChargeId)));
}

function create(viewer: Viewer, given: z.output<typeof createChargeParams>): Promise<PaymentIntentRow> {
  return createCharge(viewer, {
    amount: given.amount,
    currency: given.currency,
    captureMethod: given.capture === false ? "manual" : "automatic",
    customerId: given.customer,
    description: given.description,
    metadata: given.metadata,
    receiptEmail: given.receipt_email,
    shipping: given.shipping && toShipping(given.shipping),
    source: given.source,
    statementDescriptor: given.statement_descriptor,
    statementDescriptorSuffix: given.statement_descriptor_suffix,
    transferGroup: given.transfer_group,
  });
}

async function capture(
  viewer: Viewer,
  given: z.output<typeof captureChargeParams> & { id: string },
): Promise<PaymentIntentRow> {
  const charge = await getCharge(viewer, given.id);
  assertHeld(charge, await getPayment(viewer, charge.paymentIntentId));
  return capturePayment(viewer, {
    paymentId: charge.paymentIntentId,
    amount: given.amount,
    receiptEmail: given.receipt_email,
    statementDescriptor: given.statement_descriptor,
    statementDescriptorSuffix: given.statement_descriptor_suffix,
    transferGroup: given.transfer_group,
  });
}

function changesOf(given: z.output<typeof updateChargeParams>) {
  return {
    customerId: given.customer,
    description: given.description,
    metadata: given.metadata,
    receiptEmail: given.receipt_email,
    shipping: given.shipping && toShipping(given.shipping),
    transferGroup: given.transfer_group,
    userReport: given.fraud_details?.user_report,
  };
}
