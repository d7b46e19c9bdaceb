import { get, list, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import * as p from "#lib/api/params";
import { invalid } from "#lib/errors";
import { getEvent, listEvents } from "./queries.ts";
import { toEvent } from "./wire.ts";

const permission = "events:read" as const;

const filters = p.listParams({
  created: p.createdRange().optional(),
  type: p.text(100).optional(),
  types: p.listOf(p.text(100), 20).optional(),
  delivery_success: p.bool().optional(),
});

export const eventResource = resource(
  "event",
  {
    list: list("/v1/events", { permission, params: filters }, async (viewer, { type, types, ...input }) => {
      if (type !== undefined && types !== undefined) {
        throw invalid("You may pass either `type` or `types`, but not both.", { param: "types" });
      }
      const page = await listEvents(viewer, input, type === undefined ? types : [type]);
      // Nothing is delivered anywhere yet, so no delivery has failed.
      const rows = input.delivery_success === false ? { rows: [], hasMore: false } : page;
      return pageOf(rows, "/v1/events", (row) => toEvent(row, viewer.environment));
    }),
    retrieve: get("/v1/events/:id", { permission }, async (viewer, { id }) =>
      toEvent(await getEvent(viewer, id), viewer.environment),
    ),
  },
  {
    prefixes: ["evt"],
    load: async (viewer, id) => toEvent(await getEvent(viewer, id), viewer.environment),
  },
);
