import { transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { onClock } from "#lib/test-clocks/on-clock";
import { findCustomer } from "./queries.ts";
import type { CustomerRow } from "./wire.ts";

type Change<Result> = (tx: Tx, row: CustomerRow) => Promise<Result>;

/** Changes something of a customer in one transaction, at the customer's time. As `atCustomersTime`. */
export function changeOfCustomer<Result>(
  viewer: Viewer,
  id: string,
  body: Change<Result>,
  param = "id",
): Promise<Result> {
  return transaction(viewer, (tx) => atCustomersTime(tx, id, body, param));
}

/**
 * Does something at a customer's time: the environment's, or that of the test clock they hang on. Without such a
 * customer a 404 that names `param`.
 */
export async function atCustomersTime<Result>(
  tx: Tx,
  id: string,
  body: Change<Result>,
  param = "id",
): Promise<Result> {
  const row = await findCustomer(tx, id, param);
  return onClock(tx, row.testClockId, (there) => body(there, row));
}
