import { get, list, post, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import * as p from "#lib/api/params";
import { noSuch } from "#lib/api/refused";
import type { Viewer } from "#lib/auth/viewer";
import { cancelPayout } from "./cancel-payout.ts";
import { createPayout } from "./create-payout.ts";
import { getPayout, listPayouts } from "./queries.ts";
import { reversePayout } from "./reverse-payout.ts";
import { updatePayout } from "./update-payout.ts";
import { type PayoutRow, toPayout } from "./wire.ts";

const read = "payouts:read" as const;
const write = "payouts:write" as const;

const createParams = p.params({
  amount: p.amount(1),
  currency: p.currency(),
  description: p.text().optional(),
  destination: p.objectId().optional(),
  metadata: p.metadata().optional(),
  payout_method: noSuch("payout method"),
  method: p.oneOf(["instant", "standard"]).optional(),
  source_type: p.oneOf(["bank_account", "card", "fpx"]).optional(),
  statement_descriptor: p.text(22).optional(),
});

const listParams = p.listParams({
  arrival_date: p.createdRange().optional(),
  created: p.createdRange().optional(),
  destination: p.objectId().optional(),
  status: p.oneOf(["pending", "in_transit", "paid", "failed", "canceled"]).optional(),
});

const metadataParams = p.params({ metadata: p.metadata().optional() });

export const payoutResource = resource(
  "payout",
  {
    create: post("/v1/payouts", { permission: write, params: createParams }, async (viewer, input) => {
      const { destination: destinationId, statement_descriptor: statementDescriptor, ...rest } = input;
      return answer(viewer, await createPayout(viewer, { ...rest, destinationId, statementDescriptor }));
    }),
    list: list("/v1/payouts", { permission: read, params: listParams }, async (viewer, input) => {
      const { arrival_date: arrival, destination: destinationId, status, ...request } = input;
      const found = await listPayouts(viewer, request, { arrival, destinationId, status });
      return pageOf(found, "/v1/payouts", (row) => answer(viewer, row));
    }),
    retrieve: get("/v1/payouts/:id", { permission: read }, (viewer, { id }) => load(viewer, id)),
    update: post(
      "/v1/payouts/:id",
      { permission: write, params: metadataParams },
      async (viewer, { id, metadata }) => answer(viewer, await updatePayout(viewer, id, metadata)),
    ),
    cancel: post("/v1/payouts/:id/cancel", { permission: write }, async (viewer, { id }) =>
      answer(viewer, await cancelPayout(viewer, id)),
    ),
    reverse: post(
      "/v1/payouts/:id/reverse",
      { permission: write, params: metadataParams },
      async (viewer, { id, metadata }) => answer(viewer, await reversePayout(viewer, id, metadata)),
    ),
  },
  {
    prefixes: ["po"],
    load,
    expandable: [
      "application_fee",
      "balance_transaction",
      "destination",
      "failure_balance_transaction",
      "original_payout",
      "reversed_by",
    ],
  },
);

async function load(viewer: Viewer, id: string) {
  return answer(viewer, await getPayout(viewer, id));
}

function answer({ environment }: Viewer, row: PayoutRow) {
  return toPayout(row, environment);
}
