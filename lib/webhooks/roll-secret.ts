import { change } from "#db/rows";
import { webhookEndpoints } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import type { Viewer } from "#lib/auth/viewer";
import { hour } from "#lib/clock";
import { invalid } from "#lib/errors";
import { newSecret, sealSecret } from "./secrets.ts";
import { findEndpoint } from "./queries.ts";
import type { WebhookEndpointRow } from "./wire.ts";

/** For how long at most the old secret goes on signing, hours. */
export const longestOverlap = 24;

/**
 * Gives an endpoint a new secret, told this once. The old one signs beside it for `overlapHours` more; one that was
 * rolled before ends now. Needs webhooks:write.
 */
export async function rollSecret(
  viewer: Viewer,
  { id, overlapHours }: { id: string; overlapHours: number },
): Promise<{ endpoint: WebhookEndpointRow; secret: string }> {
  authorize(viewer, "webhooks:write");
  assertProved(viewer);
  if (!Number.isInteger(overlapHours) || overlapHours < 0 || overlapHours > longestOverlap) {
    throw invalid(`The old secret can stay valid for 0 to ${longestOverlap} hours.`, {
      param: "overlapHours",
    });
  }
  return transaction(viewer, async (tx) => {
    const row = await findEndpoint(tx, id);
    const secret = newSecret();
    const endpoint = await change(tx, webhookEndpoints, row, {
      sealedSecret: sealSecret(id, secret),
      sealedOldSecret: overlapHours > 0 ? row.sealedSecret : null,
      oldSecretUntil: overlapHours > 0 ? tx.now + overlapHours * hour : null,
    });
    await audit(tx, "webhook_endpoint.secret_rolled", { subject: id, after: { overlapHours } });
    return { endpoint, secret };
  });
}
