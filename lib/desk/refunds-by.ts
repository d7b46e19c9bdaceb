import { and, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { refunds } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type Lane, type Page, type PageRequest, readPage } from "#lib/lists/read-page";
import { entryAt, steps, type Walk } from "#lib/lists/walk";
import { type ListedRefund, selectRefunds } from "#lib/refunds/list/listed-refund";
import { refundReasons } from "#lib/refunds/refund-payment";
import { spanOf, workerId, type WorkPeriod } from "./agents-work.ts";

interface Asked {
  period: WorkPeriod;
  /** Whose, by id; `none`: the business's machines. */
  by: string;
  /** One of the API's, or `other` for none of them; null for all. */
  reason: string | null;
}

/** The refunds behind a figure, newest first. Needs approvals:decide. */
export async function refundsBy(
  viewer: Viewer,
  { page, ...asked }: Asked & { page: PageRequest },
): Promise<Page<ListedRefund>> {
  authorize(viewer, "approvals:decide");
  const handle = await reader(viewer);
  const walk: Walk = { table: refunds, pins: [], within: spanOf(viewer, asked.period) };
  const rest = restOf(asked);
  const lane: Lane<ListedRefund> = {
    read(stretch, limit) {
      const { where, orderBy } = steps(walk, viewer.environmentId, stretch);
      return selectRefunds(viewer, handle, { where: and(...where, ...rest), orderBy, limit });
    },
    entry: (stretch, count) => entryAt(handle, walk, stretch, count),
  };
  return readPage([lane], page);
}

function restOf({ by, reason }: Asked): SQL[] {
  const known = refundReasons.find((each) => each === reason);
  return [
    inArray(refunds.status, ["succeeded", "pending"]),
    by === "none" ? isNull(workerId) : eq(workerId, by),
    ...(known ? [eq(refunds.reason, known)] : []),
    ...(reason === "other" ? [isNull(refunds.reason)] : []),
  ];
}
