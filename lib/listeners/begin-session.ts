import { apiVersion } from "#lib/api-version";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { config } from "#lib/config";
import { newId } from "#lib/ids";
import { listeningSecret } from "./listening-secret.ts";
import { type Session, tokenOf } from "./session-token.ts";

/** Where a session's connection is opened. */
export const listeningPath = "/v1/stripecli/subscribe";

/** Seconds after which a command line opens a fresh connection by itself. */
const reconnectAfter = 3600;

type NewSession = Pick<Session, "feature" | "device" | "forwardTo" | "filters">;

/** Lets whoever holds the viewer's key listen: by which address, id and signing secret. Needs events:read. */
export function beginSession(viewer: Viewer, input: NewSession) {
  authorize(viewer, "events:read");
  const { environmentId, actor, request } = viewer;
  const keyId = actor.id ?? "";
  const listenerId = newId("we", viewer.now());
  const origin = request?.origin ?? config().publicUrl;
  return {
    object: "stripecli.session",
    websocket_id: tokenOf({ ...input, environmentId, keyId, listenerId, createdAt: Date.now() }),
    websocket_url: `${origin.replace(/^http/, "ws")}${listeningPath}`,
    websocket_authorized_feature: input.feature,
    secret: listeningSecret(keyId),
    reconnect_delay: reconnectAfter,
    default_version: viewer.environment.apiVersion,
    latest_version: apiVersion,
    display_connect_filter_warning: false,
  };
}
