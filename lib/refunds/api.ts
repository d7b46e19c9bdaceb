import { get, list, post, postThroughProcessor, resource } from "#lib/api/endpoint";
import { type PageRequest, pageOf } from "#lib/api/page";
import type { Viewer } from "#lib/auth/viewer";
import { getCharge } from "#lib/payments/queries";
import {
  type AnyRefund,
  cancelAnyRefund,
  createAnyRefund,
  expireAnyRefund,
  getAnyRefund,
  listAnyRefunds,
  toAnyRefund,
  updateAnyRefund,
} from "./any-refund.ts";
import {
  createRefundParams,
  listOfChargeParams,
  listRefundsParams,
  refundOfChargeParams,
  updateRefundParams,
} from "./params.ts";
import { getRefundOfCharge } from "./queries.ts";
import { refundOrRelease } from "./refund-or-release.ts";
import { toRefund } from "./wire.ts";

const answer = (_viewer: Viewer, row: AnyRefund) => toAnyRefund(row);
const write = "refunds:write" as const;
const read = "payments:read" as const;

export const refundResource = resource(
  "refund",
  {
    create: postThroughProcessor(
      "/v1/refunds",
      { permission: write, params: createRefundParams },
      createAnyRefund,
      answer,
    ),
    list: list("/v1/refunds", { permission: read, params: listRefundsParams }, (viewer, input) =>
      page(viewer, "/v1/refunds", input, { chargeId: input.charge, paymentIntentId: input.payment_intent }),
    ),
    retrieve: get("/v1/refunds/:id", { permission: read }, async (viewer, { id }) =>
      toAnyRefund(await getAnyRefund(viewer, id)),
    ),
    update: post(
      "/v1/refunds/:id",
      { permission: write, params: updateRefundParams },
      async (viewer, { id, metadata }) => toAnyRefund(await updateAnyRefund(viewer, id, metadata)),
    ),
    cancel: post("/v1/refunds/:id/cancel", { permission: write }, async (viewer, { id }) =>
      toAnyRefund(await cancelAnyRefund(viewer, id)),
    ),
    expire: post("/v1/test_helpers/refunds/:id/expire", { permission: write }, async (viewer, { id }) =>
      toAnyRefund(await expireAnyRefund(viewer, id)),
    ),
    listOfCharge: list(
      "/v1/charges/:id/refunds",
      { permission: read, params: listOfChargeParams },
      async (viewer, input) => {
        const charge = await getCharge(viewer, input.id);
        return page(viewer, `/v1/charges/${charge.id}/refunds`, input, { chargeId: charge.id });
      },
    ),
    createOfCharge: postThroughProcessor(
      "/v1/charges/:id/refunds",
      { permission: write, params: refundOfChargeParams },
      (viewer, { id, amount, reason, metadata }) =>
        refundOrRelease(viewer, { chargeId: id, amount, reason, metadata }),
      answer,
    ),
    retrieveOfCharge: get(
      "/v1/charges/:id/refunds/:refund",
      { permission: read },
      async (viewer, { id, refund }) => toRefund(await getRefundOfCharge(viewer, id, refund)),
    ),
  },
  {
    prefixes: ["re"],
    load: async (viewer, id) => toAnyRefund(await getAnyRefund(viewer, id)),
    expandable: [
      "balance_transaction",
      "charge",
      "customer",
      "failure_balance_transaction",
      "payment_intent",
      "payment_method",
      "source_transfer_reversal",
      "transfer_reversal",
    ],
  },
);

async function page(
  viewer: Viewer,
  url: string,
  request: PageRequest,
  filters: { chargeId?: string; paymentIntentId?: string },
) {
  return pageOf(await listAnyRefunds(viewer, request, filters), url, toAnyRefund);
}
