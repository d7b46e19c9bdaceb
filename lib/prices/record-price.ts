import type { Tx } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { toPlan } from "./wire-plan.ts";
import { type PriceRow, toPrice } from "./wire.ts";

/** Says what became of a price; of a recurring one also as the plan it is to older clients. */
export async function recordPrice(
  tx: Tx,
  what: "created" | "updated" | "deleted",
  row: PriceRow,
  before?: PriceRow,
): Promise<void> {
  const { environment } = tx.viewer;
  await record(tx, `price.${what}`, toPrice(row, environment), {
    before: before && toPrice(before, environment),
  });
  if (row.type !== "recurring") return;
  await record(tx, `plan.${what}`, toPlan(row, environment), {
    before: before && toPlan(before, environment),
  });
}
