import type { z } from "zod";
import { balanceTransactions } from "#db/schema/index";
import { find } from "#db/rows";
import { reader } from "#db/transaction";
import { get, list, resource } from "#lib/api/endpoint";
import { pageOf, pageRows } from "#lib/api/page";
import * as p from "#lib/api/params";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid, notFound } from "#lib/errors";
import { getPayout } from "#lib/payouts/queries";
import { getBalance } from "./get-balance.ts";
import type { BalanceTransactionRow } from "./transactions.ts";
import { toBalanceTransaction } from "./wire.ts";

const permission = "balance:read" as const;

const listTransactions = p.listParams({
  created: p.createdRange().optional(),
  currency: p.currency().optional(),
  payout: p.objectId().optional(),
  source: p.objectId().optional(),
  type: p.text(60).optional(),
});

export const balanceResource = resource("balance", {
  retrieve: get("/v1/balance", { permission }, getBalance),
});

export const balanceTransactionResource = resource(
  "balance_transaction",
  {
    list: list("/v1/balance_transactions", { permission, params: listTransactions }, (viewer, input) =>
      page(viewer, "/v1/balance_transactions", input),
    ),
    retrieve: get("/v1/balance_transactions/:id", { permission }, async (viewer, { id }) =>
      toBalanceTransaction(await getBalanceTransaction(viewer, id)),
    ),
    /** The address older clients use. */
    history: list("/v1/balance/history", { permission, params: listTransactions }, (viewer, input) =>
      page(viewer, "/v1/balance/history", input),
    ),
  },
  {
    prefixes: ["txn"],
    load: async (viewer, id) => toBalanceTransaction(await getBalanceTransaction(viewer, id)),
    expandable: ["source"],
  },
);

async function page(viewer: Viewer, url: string, request: z.output<typeof listTransactions>) {
  authorize(viewer, permission);
  const { currency, payout: payoutId, source: sourceId, type } = request;
  if (payoutId !== undefined) await assertItemised(viewer, payoutId);
  const filters = { currency, payoutId, sourceId, type };
  const table = balanceTransactions;
  return pageOf(
    await pageRows(viewer, { table, kind: "balance_transaction", request, filters }),
    url,
    toBalanceTransaction,
  );
}

/** One balance transaction. Throws a 404 for what is not this environment's. */
async function getBalanceTransaction(viewer: Viewer, id: string): Promise<BalanceTransactionRow> {
  authorize(viewer, permission);
  const row = await find(await reader(viewer), balanceTransactions, id);
  if (!row) throw notFound("balance_transaction", id);
  return row;
}

/** Only of an automatic payout is it known what it consists of. */
async function assertItemised(viewer: Viewer, payoutId: string): Promise<void> {
  const payout = await getPayout(viewer, payoutId);
  if (payout.automatic) return;
  throw invalid("Balance transaction history can only be filtered on automatic transfers, not manual.", {
    param: "payout",
  });
}
