import type { Scope } from "#db/transaction";
import { conditionsOf, type RequestFilter } from "./list-requests.ts";
import { store } from "./store.ts";

/** How many calls fit, of those that are written. Reads every entry that may: for a worker. */
export function countRequests(
  { environmentId }: Pick<Scope, "environmentId">,
  filter: RequestFilter,
): number {
  const sql = `SELECT count(*) FROM requests WHERE ${conditionsOf(filter).join(" AND ")}`;
  const count = store()
    .prepare<[object], number>(sql)
    .pluck()
    .get({ ...filter, environmentId });
  return count ?? 0;
}
