import { and, isNull } from "drizzle-orm";
import { webhookEndpoints } from "#db/schema/index";
import { always } from "#lib/lists/filters/always";
import { statusFilter } from "#lib/lists/filters/choice-filter";
import { daysFilter } from "#lib/lists/filters/days-filter";
import { both } from "#lib/lists/filters/filter";
import { textFilter } from "#lib/lists/filters/text-filter";
import type { QueryOf } from "#lib/lists/list-source";
import { creationSorts } from "#lib/lists/sorts";
import { tableSource } from "#lib/lists/table-source";
import { wholeRows } from "#lib/lists/whole-rows";
import { paths } from "#lib/paths";

export const endpointStatuses = ["enabled", "disabled"] as const;

/** Endpoints that were not deleted; command lines that listen are not among them. */
export const endpointList = tableSource({
  name: "webhook_endpoints",
  permission: "webhooks:write",
  path: paths.webhooks,
  table: webhookEndpoints,
  filters: both(
    both(
      always({
        column: webhookEndpoints.deletedAt,
        holds: and(isNull(webhookEndpoints.deletedAt), isNull(webhookEndpoints.listenerKeyId)),
      }),
      statusFilter({ words: endpointStatuses, column: webhookEndpoints.status }),
    ),
    both(
      textFilter(webhookEndpoints.url, webhookEndpoints.description),
      daysFilter(webhookEndpoints.createdAt),
    ),
  ),
  sorts: creationSorts(webhookEndpoints),
  select: wholeRows(webhookEndpoints),
});

export type EndpointQuery = QueryOf<typeof endpointList>;
