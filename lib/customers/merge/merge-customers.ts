import { and, eq } from "drizzle-orm";
import { change } from "#db/rows";
import { customers } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { enterBalance } from "#lib/customer-balance/enter-balance";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { belongingsOf } from "../belongings.ts";
import { atCustomersTime } from "../change-of-customer.ts";
import { forgotten } from "../delete-customer.ts";
import { findCustomer } from "../queries.ts";
import { type CustomerRow, toCustomer } from "../wire.ts";
import { factsAfter } from "./facts-after.ts";
import { moveLater, moveSome } from "./move-belongings.ts";
import { type MergeObstacle, obstacleOf } from "./preview-merge.ts";

/**
 * Makes one customer part of another: what belonged to the one belongs to the other, and the old id leads to them.
 * What is much moves on in the background, each thing once. There is no way back.
 */
export async function mergeCustomers(
  viewer: Viewer,
  { intoId, fromId }: { intoId: string; fromId: string },
): Promise<CustomerRow> {
  authorize(viewer, "customers:write");
  return transaction(viewer, (tx) =>
    atCustomersTime(tx, intoId, async (there, into) => {
      const from = await findCustomer(there, fromId, "from");
      const obstacle = await obstacleOf(there, into, from);
      if (obstacle) throw invalid(obstacles[obstacle], { code: `merge_${obstacle}`, param: "from" });
      await audit(there, "customer.merged", {
        subject: into.id,
        before: { ...(await belongingsOf(there, from)) },
        after: { from: from.id },
      });
      await end(there, from, into);
      const merged = await enrich(there, into, from);
      if (await moveSome(there, { fromId: from.id, intoId: into.id })) await moveLater(there, from.id);
      return merged;
    }),
  );
}

const obstacles: Record<MergeObstacle, string> = {
  same: "A customer cannot be merged into themselves.",
  cash: "This customer sent money ahead. Spend it or send it back first.",
  clocks: "These customers hang on different test clocks, so their times cannot become one.",
  currencies: "These customers have balances in different currencies. Bring one of them to zero first.",
};

/** Ends the one who becomes part of the other. Their own ledger closes at zero: nothing is lost or doubled. */
async function end(tx: Tx, from: CustomerRow, into: CustomerRow): Promise<void> {
  const { environment } = tx.viewer;
  await record(tx, "customer.deleted", toCustomer(from, environment));
  const ended = { ...forgotten, balance: 0, deletedAt: tx.now, mergedIntoId: into.id };
  const closed = await change(tx, customers, from, ended);
  await enterBalance(tx, { ...closed, currency: from.currency }, from.balance, {
    type: "adjustment",
    description: `Merged into ${into.id}`,
  });
  await tx.db
    .update(customers)
    .set({ mergedIntoId: into.id })
    .where(and(eq(customers.environmentId, tx.environmentId), eq(customers.mergedIntoId, from.id)));
}

async function enrich(tx: Tx, into: CustomerRow, from: CustomerRow): Promise<CustomerRow> {
  const { environment } = tx.viewer;
  const merged = await change(tx, customers, into, factsAfter(into, from));
  await enterBalance(tx, merged, into.balance, {
    type: "adjustment",
    description: `Merged from ${from.id}`,
  });
  await record(tx, "customer.updated", toCustomer(merged, environment), {
    before: toCustomer(into, environment),
  });
  return merged;
}
