import type { Viewer } from "#lib/auth/viewer";
import { readOverviewQuery, type OverviewQuery } from "#lib/figures/overview-query";
import { firstDay } from "#lib/figures/read-figures";
import type { QueryParams } from "#lib/lists/read-params";

/** What the address asks Home for, on the clocks of the account. */
export async function overviewQuery(viewer: Viewer, address: QueryParams): Promise<OverviewQuery> {
  const { timeZone } = viewer.environment;
  return readOverviewQuery(address, { timeZone, now: viewer.now(), first: await firstDay(viewer) });
}
