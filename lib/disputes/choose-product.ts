import type { ProductKind } from "#db/schema/disputes";
import { change } from "#db/rows";
import { disputes } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { assertAllowed, findDispute } from "./find-dispute.ts";
import type { DisputeRow } from "./wire.ts";

/** Says what was sold, which decides what evidence is asked for. Only the team sees it. Needs disputes:write. */
export function chooseProduct(
  viewer: Viewer,
  { disputeId, productKind }: { disputeId: string; productKind: ProductKind },
): Promise<DisputeRow> {
  authorize(viewer, "disputes:write");
  return transaction(viewer, async (tx) => {
    const dispute = await findDispute(tx, disputeId);
    assertAllowed("respond", dispute);
    return change(tx, disputes, dispute, { productKind });
  });
}
