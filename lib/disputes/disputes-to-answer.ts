import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { disputes } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type ListedDispute, selectDisputes } from "./list/listed-dispute.ts";
import { allowedIn } from "./status.ts";

/** What waits for an answer, the nearest deadline first; at most `most`. */
export async function disputesToAnswer(viewer: Viewer, most: number): Promise<ListedDispute[]> {
  authorize(viewer, "disputes:read");
  const waiting = and(
    eq(disputes.environmentId, viewer.environmentId),
    inArray(disputes.status, [...allowedIn.respond]),
    isNotNull(disputes.dueBy),
  );
  return selectDisputes(viewer, await reader(viewer), {
    where: waiting,
    orderBy: [asc(disputes.dueBy), asc(disputes.id)],
    limit: most,
  });
}
