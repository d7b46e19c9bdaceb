import { change, find, insert } from "#db/rows";
import { webhookEndpoints } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { maySee, maySeeAll } from "#lib/events/event-permission";
import { bell } from "#lib/webhooks/bell";
import { releaseClaims } from "#lib/webhooks/claim";
import { eventTypes } from "#lib/webhooks/event-types";
import { sealSecret } from "#lib/webhooks/secrets";
import type { WebhookEndpointRow } from "#lib/webhooks/wire";
import { listeningSecret } from "./listening-secret.ts";
import type { Session } from "./session-token.ts";

/** Puts a session among those who are sent events, those that its key may see, or back among them. Needs events:read. */
export async function enter(viewer: Viewer, session: Session): Promise<WebhookEndpointRow> {
  authorize(viewer, "events:read");
  const { listenerId: id, keyId } = session;
  return transaction(viewer, async (tx) => {
    const known = await find(tx, webhookEndpoints, id);
    const enabledEvents = maySeeAll(viewer) ? ["*"] : eventTypes.filter((type) => maySee(viewer, type));
    if (known) return change(tx, webhookEndpoints, known, { status: "enabled", enabledEvents });
    return insert(tx, webhookEndpoints, {
      id,
      createdAt: tx.now,
      url: session.forwardTo ?? "",
      description: session.device || null,
      enabledEvents,
      metadata: {},
      status: "enabled",
      sealedSecret: sealSecret(id, listeningSecret(keyId)),
      listenerKeyId: keyId,
    });
  });
}

/** Sends what happened while a listener's connection was away for a moment. */
export async function catchUp(viewer: Viewer, { listenerId }: Session): Promise<void> {
  await releaseClaims(viewer, listenerId);
  bell.ring(viewer.environmentId, listenerId);
}
