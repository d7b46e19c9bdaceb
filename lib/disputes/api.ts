import { reader } from "#db/transaction";
import { get, list, postThroughProcessor, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import type { Viewer } from "#lib/auth/viewer";
import { acceptDispute } from "./accept-dispute.ts";
import { movementsOf } from "./find-dispute.ts";
import { listDisputesParams, toDisputeInput, updateDisputeParams } from "./params.ts";
import { getDispute, getDisputeOfCharge, listDisputes } from "./queries.ts";
import { fileFields } from "./types.ts";
import { updateDispute } from "./update-dispute.ts";
import { type DisputeRow, toDispute } from "./wire.ts";

const read = "disputes:read" as const;
const write = "disputes:write" as const;

export const disputeResource = resource(
  "dispute",
  {
    list: list("/v1/disputes", { permission: read, params: listDisputesParams }, async (viewer, request) => {
      const { charge: chargeId, payment_intent: paymentIntentId } = request;
      const page = await listDisputes(viewer, request, { chargeId, paymentIntentId });
      const movements = await movementsOf(await reader(viewer), page.rows);
      return pageOf(page, "/v1/disputes", (row) => toDispute(row, movements(row), viewer.environment));
    }),
    retrieve: get("/v1/disputes/:id", { permission: read }, (viewer, { id }) => load(viewer, id)),
    update: postThroughProcessor(
      "/v1/disputes/:id",
      { permission: write, params: updateDisputeParams },
      (viewer, { id, ...given }) => updateDispute(viewer, id, toDisputeInput(given)),
      answer,
    ),
    close: postThroughProcessor(
      "/v1/disputes/:id/close",
      { permission: write },
      (viewer, { id }) => acceptDispute(viewer, id),
      answer,
    ),
    /** The addresses older clients use. */
    retrieveOfCharge: get("/v1/charges/:charge/dispute", { permission: read }, async (viewer, { charge }) =>
      answer(viewer, await getDisputeOfCharge(viewer, charge)),
    ),
    updateOfCharge: postThroughProcessor(
      "/v1/charges/:charge/dispute",
      { permission: write, params: updateDisputeParams },
      async (viewer, { charge, ...given }) => {
        const { id } = await getDisputeOfCharge(viewer, charge);
        return updateDispute(viewer, id, toDisputeInput(given));
      },
      answer,
    ),
    closeOfCharge: postThroughProcessor(
      "/v1/charges/:charge/dispute/close",
      { permission: write },
      async (viewer, { charge }) => acceptDispute(viewer, (await getDisputeOfCharge(viewer, charge)).id),
      answer,
    ),
  },
  {
    prefixes: ["du"],
    load,
    expandable: ["charge", "payment_intent", ...fileFields.map((field) => `evidence.${field}`)],
  },
);

async function load(viewer: Viewer, id: string) {
  return answer(viewer, await getDispute(viewer, id));
}

async function answer(viewer: Viewer, row: DisputeRow) {
  const movements = await movementsOf(await reader(viewer), [row]);
  return toDispute(row, movements(row), viewer.environment);
}
