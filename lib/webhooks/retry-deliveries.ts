import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { heldEnvironments } from "#lib/jobs/claim";
import { bell } from "./bell.ts";
import { nextDueAfter } from "./claim.ts";
import { drain, usualTimeout } from "./drain.ts";
import { enqueueRetry } from "./settle.ts";

/**
 * Sends what is due to an endpoint again. The dispatcher does it where there is one; while somebody moves time, or
 * without a dispatcher, it is done here, so that time goes on only afterwards.
 */
export async function retryDeliveries(
  viewer: Viewer,
  { endpointId }: { endpointId: string; [more: string]: unknown },
): Promise<void> {
  const moving = heldEnvironments.has(viewer.environmentId);
  if (bell.listens && !moving) bell.ring(viewer.environmentId, endpointId);
  else
    await drain(() => Promise.resolve(viewer), endpointId, { timeout: usualTimeout, stopped: () => false })
      .done;
  await transaction(viewer, async (tx) => {
    const next = await nextDueAfter(tx, endpointId);
    if (next !== undefined) await enqueueRetry(tx, endpointId, next);
  });
}
