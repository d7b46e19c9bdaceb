import { z } from "zod";
import { get, list, post, postThroughProcessor, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import * as p from "#lib/api/params";
import type { Viewer } from "#lib/auth/viewer";
import { cancelTopup } from "./cancel-topup.ts";
import { createTopup } from "./create-topup.ts";
import { getTopup, listTopups } from "./queries.ts";
import { updateTopup } from "./update-topup.ts";
import { type TopupRow, toTopup } from "./wire.ts";

const read = "payouts:read" as const;
const write = "topups:write" as const;

const createParams = p.params({
  amount: p.amount(1),
  currency: p.currency(),
  description: p.text().optional(),
  metadata: p.metadata().optional(),
  payment_method: p.objectId().optional(),
  payment_method_options: p
    .hash({ us_bank_account: p.hash({ network: p.oneOf(["ach"]) }).optional() })
    .optional(),
  source: p.objectId().optional(),
  statement_descriptor: p.text(15).optional(),
  transfer_group: p.text().optional(),
});

const bound = () => p.amount().optional();
const exactly = p.amount().transform((from) => ({ from, until: from + 1 }));
const between = p
  .hash({ gt: bound(), gte: bound(), lt: bound(), lte: bound() })
  .transform(({ gt, gte, lt, lte }) => ({
    from: Math.max(gte ?? 0, gt === undefined ? 0 : gt + 1),
    until: Math.min(lt ?? most, lte === undefined ? most : lte + 1),
  }));
const most = Number.MAX_SAFE_INTEGER;

const listParams = p.listParams({
  amount: z.union([exactly, between]).optional(),
  created: p.createdRange().optional(),
  status: p.oneOf(["canceled", "failed", "pending", "reversed", "succeeded"]).optional(),
});

const updateParams = p.params({ description: p.text().optional(), metadata: p.metadata().optional() });

export const topupResource = resource(
  "topup",
  {
    create: postThroughProcessor(
      "/v1/topups",
      { permission: write, params: createParams },
      (viewer, { payment_method, statement_descriptor, transfer_group, ...input }) =>
        createTopup(viewer, {
          ...input,
          paymentMethodId: payment_method,
          statementDescriptor: statement_descriptor,
          transferGroup: transfer_group,
        }),
      answer,
    ),
    list: list(
      "/v1/topups",
      { permission: read, params: listParams },
      async (viewer, { amount, status, ...request }) =>
        pageOf(await listTopups(viewer, request, { amount, status }), "/v1/topups", (row) =>
          answer(viewer, row),
        ),
    ),
    retrieve: get("/v1/topups/:id", { permission: read }, (viewer, { id }) => load(viewer, id)),
    update: post(
      "/v1/topups/:id",
      { permission: write, params: updateParams },
      async (viewer, { id, ...patch }) => answer(viewer, await updateTopup(viewer, id, patch)),
    ),
    cancel: post("/v1/topups/:id/cancel", { permission: write }, async (viewer, { id }) =>
      answer(viewer, await cancelTopup(viewer, id)),
    ),
  },
  { prefixes: ["tu"], load, expandable: ["balance_transaction", "payment_method"] },
);

async function load(viewer: Viewer, id: string) {
  return answer(viewer, await getTopup(viewer, id));
}

function answer({ environment }: Viewer, row: TopupRow) {
  return toTopup(row, environment);
}
