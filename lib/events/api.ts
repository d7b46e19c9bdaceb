import { get, list, post, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import * as p from "#lib/api/params";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { pendingOf } from "#lib/webhooks/pending";
import { resendEvent, resendToListeners } from "#lib/webhooks/resend-event";
import { getEvent, listEvents } from "./queries.ts";
import { type EventRow, toEvent } from "./wire.ts";

const permission = "events:read" as const;

const filters = p.listParams({
  created: p.createdRange().optional(),
  type: p.text(100).optional(),
  types: p.listOf(p.text(100), 20).optional(),
  delivery_success: p.bool().optional(),
});

/** `account` and `for_stripecli` are the command-line client's: the key's own, and "to those who listen with it". */
const retryParams = p.params({
  webhook_endpoint: p.objectId().optional(),
  account: p.objectId().optional(),
  for_stripecli: p.bool().optional(),
});

export const eventResource = resource(
  "event",
  {
    list: list("/v1/events", { permission, params: filters }, async (viewer, { type, types, ...input }) => {
      if (type !== undefined && types !== undefined) {
        throw invalid("You may pass either `type` or `types`, but not both.", { param: "types" });
      }
      const { delivery_success: delivered, ...request } = input;
      const page = await listEvents(viewer, request, {
        types: type === undefined ? types : [type],
        delivered,
      });
      const pending = await pendingOf(
        viewer,
        page.rows.map(({ id }) => id),
      );
      return pageOf(page, "/v1/events", (row) => toEvent(row, viewer.environment, pending.get(row.id) ?? 0));
    }),
    retrieve: get("/v1/events/:id", { permission }, (viewer, { id }) => load(viewer, id)),
    retry: post(
      "/v1/events/:id/retry",
      { permission: "webhooks:write", params: retryParams },
      async (viewer, { id, webhook_endpoint, account, for_stripecli }) => {
        if (account !== undefined && account !== viewer.environment.accountId) {
          throw invalid(`No such account: '${account}'`, { param: "account" });
        }
        if (for_stripecli && webhook_endpoint === undefined) {
          return wireOf(viewer, await resendToListeners(viewer, id));
        }
        return wireOf(viewer, await resendEvent(viewer, { eventId: id, endpointId: webhook_endpoint }));
      },
    ),
  },
  { prefixes: ["evt"], load },
);

async function load(viewer: Viewer, id: string) {
  return wireOf(viewer, await getEvent(viewer, id));
}

async function wireOf(viewer: Viewer, event: EventRow) {
  const pending = await pendingOf(viewer, [event.id]);
  return toEvent(event, viewer.environment, pending.get(event.id) ?? 0);
}
