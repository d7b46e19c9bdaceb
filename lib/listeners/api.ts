import { post, resource } from "#lib/api/endpoint";
import * as p from "#lib/api/params";
import { beginSession } from "./begin-session.ts";
import { features } from "./session-token.ts";

const createParams = p.params({
  device_name: p.text(200).optional(),
  websocket_features: p.listOf(p.oneOf(features), 1),
  filters: p.text(2000).optional(),
  forward_to_url: p.text(500).optional(),
  /** This account has no others connected to it: what is meant for them never comes. */
  forward_connect_to_url: p.text(500).optional(),
  forward_thin_to_url: p.text(500).optional(),
  forward_thin_connect_to_url: p.text(500).optional(),
});

/** What the command-line client asks for before it listens. */
export const listeningSessionResource = resource("stripecli.session", {
  create: post(
    "/v1/stripecli/sessions",
    { permission: "events:read", params: createParams },
    async (viewer, { device_name, websocket_features, filters, forward_to_url }) =>
      beginSession(viewer, {
        feature: websocket_features[0] ?? "webhooks",
        device: device_name ?? "",
        forwardTo: forward_to_url ?? null,
        filters: filters ?? null,
      }),
  ),
});
