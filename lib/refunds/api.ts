import { refunds } from "#db/schema/index";
import { get, list, post, postThroughProcessor, resource } from "#lib/api/endpoint";
import { type PageRequest, pageOf, pageRows } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { getCharge } from "#lib/payments/queries";
import { cancelRefund } from "./cancel-refund.ts";
import { createRefundParams, listOfChargeParams, listRefundsParams, updateRefundParams } from "./params.ts";
import { getRefund } from "./queries.ts";
import { refundPayment } from "./refund-payment.ts";
import { updateRefund } from "./update-refund.ts";
import { type RefundRow, toRefund } from "./wire.ts";

const answer = (_viewer: Viewer, row: RefundRow) => toRefund(row);
const write = "refunds:write" as const;
const read = "payments:read" as const;

export const refundResource = resource(
  "refund",
  {
    create: postThroughProcessor(
      "/v1/refunds",
      { permission: write, params: createRefundParams },
      (viewer, { charge, payment_intent, amount, reason, metadata }) =>
        refundPayment(viewer, { chargeId: charge, paymentId: payment_intent, amount, reason, metadata }),
      answer,
    ),
    list: list("/v1/refunds", { permission: read, params: listRefundsParams }, (viewer, input) =>
      page(viewer, "/v1/refunds", input, { chargeId: input.charge, paymentIntentId: input.payment_intent }),
    ),
    retrieve: get("/v1/refunds/:id", { permission: read }, async (viewer, { id }) =>
      toRefund(await getRefund(viewer, id)),
    ),
    update: post(
      "/v1/refunds/:id",
      { permission: write, params: updateRefundParams },
      async (viewer, { id, metadata }) => toRefund(await updateRefund(viewer, id, metadata)),
    ),
    cancel: post("/v1/refunds/:id/cancel", { permission: write }, async (viewer, { id }) =>
      toRefund(await cancelRefund(viewer, id)),
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
      { permission: write, params: createRefundParams.omit({ charge: true, payment_intent: true }) },
      (viewer, { id, amount, reason, metadata }) =>
        refundPayment(viewer, { chargeId: id, amount, reason, metadata }),
      answer,
    ),
    retrieveOfCharge: get(
      "/v1/charges/:id/refunds/:refund",
      { permission: read },
      async (viewer, { refund }) => toRefund(await getRefund(viewer, refund)),
    ),
  },
  {
    prefixes: ["re"],
    load: async (viewer, id) => toRefund(await getRefund(viewer, id)),
    expandable: ["balance_transaction", "charge", "failure_balance_transaction", "payment_intent"],
  },
);

async function page(viewer: Viewer, url: string, request: PageRequest, filters: Partial<RefundRow>) {
  authorize(viewer, read);
  return pageOf(await pageRows(viewer, { table: refunds, kind: "refund", request, filters }), url, toRefund);
}
