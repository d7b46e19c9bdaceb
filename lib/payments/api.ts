import type { z } from "zod";
import { get, list, postThroughProcessor, resource } from "#lib/api/endpoint";
import { pageOf, pageRows } from "#lib/api/page";
import { searchParams } from "#lib/api/search-result";
import { ofPlatforms } from "#lib/api/refused";
import type { Viewer } from "#lib/auth/viewer";
import { applyCustomerCash } from "#lib/cash/apply-customer-cash";
import { guessParams, toGuess } from "#lib/microdeposits/guess-params";
import { searchApi } from "#lib/search/api/search";
import { paymentKind } from "#lib/search/documents/payment";
import { paymentIntents } from "#db/schema/index";
import { refuseToken, withToken } from "#lib/confirmation-tokens/with-token";
import { cancelPayment } from "./cancel-payment.ts";
import { capturePayment } from "./capture-payment.ts";
import { assertSecret } from "./client-secret.ts";
import { confirmPayment } from "./confirm-payment.ts";
import { createPayment } from "./create-payment.ts";
import { incrementAuthorization } from "./increment-authorization.ts";
import { toDetails } from "./amount-details-params.ts";
import {
  applyParams,
  assertForBrowser,
  assertNothingToConfirm,
  cancelParams,
  captureParams,
  confirmParams,
  createParams,
  incrementParams,
  lineItemParams,
  listPaymentsParams,
  retrieveParams,
  toConfirmInput,
  toMethodInput,
  toPaymentInput,
  updateParams,
} from "./params.ts";
import { lineItemsOf } from "./line-items.ts";
import { getPayment } from "./queries.ts";
import { retrievableOfPayment } from "./retrievable.ts";
import { updatePayment } from "./update-payment.ts";
import { verifyPaymentDeposits } from "./verify-deposits.ts";
import { type PaymentIntentRow, toPaymentIntent } from "./wire.ts";

const answer = (viewer: Viewer, row: PaymentIntentRow) => toPaymentIntent(row, viewer.environment);
const write = "payments:write" as const;
const read = "payments:read" as const;

export const paymentIntentResource = resource(
  "payment_intent",
  {
    create: postThroughProcessor(
      "/v1/payment_intents",
      { permission: write, params: createParams },
      create,
      answer,
    ),
    search: get("/v1/payment_intents/search", { permission: read, params: searchParams }, (viewer, request) =>
      searchApi(viewer, request, {
        kind: paymentKind,
        url: "/v1/payment_intents/search",
        toWire: (row) => answer(viewer, row),
      }),
    ),
    list: list(
      "/v1/payment_intents",
      { permission: read, params: listPaymentsParams },
      async (viewer, input) => {
        const { created, customer: customerId } = input;
        const page = await pageRows(viewer, {
          table: paymentIntents,
          kind: "payment_intent",
          request: { ...input, created },
          filters: { customerId, standalone: false },
        });
        return pageOf(page, "/v1/payment_intents", (row) => answer(viewer, row));
      },
    ),
    retrieve: get(
      "/v1/payment_intents/:id",
      { permission: read, params: retrieveParams, publishable: [read] },
      async (viewer, { id, client_secret }) => {
        const payment = await getPayment(viewer, id);
        assertSecret(viewer, payment.clientSecret, client_secret);
        return answer(viewer, payment);
      },
    ),
    update: postThroughProcessor(
      "/v1/payment_intents/:id",
      { permission: write, params: updateParams },
      (viewer, { id, ...given }) =>
        updatePayment(viewer, id, {
          ...toPaymentInput(given),
          ...toMethodInput(given),
          methodConfigurationId: given.payment_method_configuration,
        }),
      answer,
    ),
    confirm: postThroughProcessor(
      "/v1/payment_intents/:id/confirm",
      { permission: write, params: confirmParams, publishable: [write] },
      async (viewer, { id, confirmation_token: token, ...given }) => {
        assertForBrowser(viewer, given);
        const input = { ...toPaymentInput(given), ...toConfirmInput(viewer, given), paymentId: id };
        return confirmPayment(viewer, await withToken(viewer, token, input));
      },
      answer,
    ),
    capture: postThroughProcessor(
      "/v1/payment_intents/:id/capture",
      { permission: write, params: captureParams },
      (viewer, given) =>
        capturePayment(viewer, {
          paymentId: given.id,
          amount: given.amount_to_capture,
          then: given.final_capture === false ? "more_to_come" : "done",
          metadata: given.metadata,
          ...toDetails(given),
          statementDescriptor: given.statement_descriptor,
          statementDescriptorSuffix: given.statement_descriptor_suffix,
        }),
      answer,
    ),
    increment: postThroughProcessor(
      "/v1/payment_intents/:id/increment_authorization",
      { permission: write, params: incrementParams },
      (viewer, { id, amount, description, metadata, ...given }) =>
        incrementAuthorization(viewer, {
          ...{ paymentId: id, amount, description, metadata, ...toDetails(given) },
          statementDescriptor: given.statement_descriptor,
        }),
      answer,
    ),
    lineItems: list(
      "/v1/payment_intents/:id/amount_details_line_items",
      { permission: read, params: lineItemParams },
      (viewer, { id, ...request }) => lineItemsOf(viewer, id, request),
    ),
    verifyMicrodeposits: postThroughProcessor(
      "/v1/payment_intents/:id/verify_microdeposits",
      { permission: write, params: guessParams, publishable: [write] },
      (viewer, given) =>
        verifyPaymentDeposits(viewer, {
          paymentId: given.id,
          guess: toGuess(given),
          clientSecret: given.client_secret,
        }),
      answer,
    ),
    applyCustomerBalance: postThroughProcessor(
      "/v1/payment_intents/:id/apply_customer_balance",
      { permission: write, params: applyParams },
      (viewer, { id: paymentId, amount, currency }) =>
        applyCustomerCash(viewer, { paymentId, amount, currency }),
      answer,
    ),
    cancel: postThroughProcessor(
      "/v1/payment_intents/:id/cancel",
      { permission: write, params: cancelParams },
      (viewer, { id, cancellation_reason }) =>
        cancelPayment(viewer, { paymentId: id, reason: cancellation_reason ?? null }),
      answer,
    ),
  },
  {
    prefixes: ["pi"],
    load: async (viewer, id) => answer(viewer, await getPayment(viewer, id)),
    expandable: [
      ...ofPlatforms,
      "customer",
      "latest_charge",
      "payment_method",
      "payment_record",
      "review",
      "source",
      "transfer_data.destination",
      "last_payment_error.payment_method",
    ],
    retrievable: retrievableOfPayment,
    includable: { "amount_details.line_items": (viewer, id) => lineItemsOf(viewer, id) },
    kinds: { payment_method: "payment_method" },
  },
);

type Given = z.output<typeof createParams>;

async function create(viewer: Viewer, { confirmation_token: token, ...given }: Given) {
  const input = inputOf(given);
  if (!given.confirm) {
    refuseToken(token);
    assertNothingToConfirm(given);
    return createPayment(viewer, input, null);
  }
  const confirm = await withToken(viewer, token, toConfirmInput(viewer, given));
  return createPayment(viewer, await withToken(viewer, token, input), confirm);
}

function inputOf(given: Omit<Given, "confirmation_token">) {
  return {
    ...toPaymentInput(given),
    ...(given.confirm ? {} : toMethodInput(given)),
    amount: given.amount,
    currency: given.currency,
    automaticPaymentMethods: given.automatic_payment_methods,
    methodConfigurationId: given.payment_method_configuration,
    confirmationMethod: given.confirmation_method,
  };
}
