import { and, eq } from "drizzle-orm";
import { webhookDeliveries, webhookEndpoints } from "#db/schema/index";
import type { Handle, Scope } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { typeFilter } from "#lib/events/list/filters";
import { typesLike } from "#lib/events/list/types-like";
import { statusFilter } from "#lib/lists/filters/choice-filter";
import { daysFilter } from "#lib/lists/filters/days-filter";
import { both, type Filter } from "#lib/lists/filters/filter";
import { type ListSource, type QueryOf, readingOf, readQuery } from "#lib/lists/list-source";
import { creationSorts } from "#lib/lists/sorts";
import { type Selection, tableSource } from "#lib/lists/table-source";
import { paths } from "#lib/paths";
import type { DeliveryRow } from "./claim.ts";
import { type Destination, destinationColumns, destinationsIn } from "./destinations.ts";

export const deliveryStates = [
  "pending",
  "queued",
  "delivered",
  "failed",
  "canceled",
] as const satisfies readonly DeliveryRow["state"][];

/** A delivery as a list shows it, with where it goes. */
export type ListedDelivery = DeliveryRow & { destination: Destination };

/** To which endpoints; they are known here, also where none is named. */
const endpointFilter: Filter<{ endpoints: string[] }> = {
  params: ["endpoint"],
  read: ({ many }) => ({
    endpoints: many("endpoint", (text) => (/^\w{1,60}$/.test(text) ? text : null)),
  }),
  write: ({ endpoints }) => ({ endpoint: endpoints }),
  conditions: ({ endpoints }) => [{ column: webhookDeliveries.endpointId, among: endpoints, indexed: true }],
};

const eventFilter: typeof typeFilter = {
  ...typeFilter,
  conditions: ({ type }) =>
    type === null ? [] : [{ column: webhookDeliveries.eventType, among: typesLike(type), indexed: false }],
};

const toNamed = tableSource({
  name: "webhook_deliveries",
  permission: "webhooks:write",
  path: paths.webhookDeliveries,
  table: webhookDeliveries,
  filters: both(
    both(
      endpointFilter,
      statusFilter({
        words: deliveryStates,
        column: webhookDeliveries.state,
        indexed: webhookDeliveries.endpointId,
      }),
    ),
    both(eventFilter, daysFilter(webhookDeliveries.createdAt)),
  ),
  sorts: creationSorts(webhookDeliveries),
  select,
});

export type DeliveryQuery = QueryOf<typeof toNamed>;

/** What was sent to endpoints, and to command lines that listen. */
export const deliveryList: ListSource<ListedDelivery, DeliveryQuery> = {
  ...toNamed,
  async page(viewer, query, request) {
    authorize(viewer, toNamed.permission);
    return toNamed.page(viewer, await naming(viewer, query), request);
  },
  sum: async (scope, query, reading) => toNamed.sum(scope, await naming(scope, query), reading),
  lets: async (scope, query, reading) => toNamed.lets(scope, await naming(scope, query), reading),
};

/** The last ten deliveries to an endpoint. Needs webhooks:write. */
export async function latestDeliveries(viewer: Viewer, endpointId: string): Promise<ListedDelivery[]> {
  authorize(viewer, toNamed.permission);
  const { query } = readQuery(deliveryList, { endpoint: endpointId }, readingOf(viewer));
  return (await deliveryList.page(viewer, query, { direction: "older", from: null, size: 10 })).rows;
}

/** The endpoints that are asked for, or those sent to last: one walk along the index for each that is there. */
async function naming(scope: Scope, query: DeliveryQuery): Promise<DeliveryQuery> {
  const there = await destinationsIn(scope, query.endpoints);
  return { ...query, endpoints: there.map(({ id }) => id) };
}

async function select(
  _viewer: Viewer,
  { db }: Handle,
  { where, orderBy, limit }: Selection,
): Promise<ListedDelivery[]> {
  const rows = await db
    .select({ delivery: webhookDeliveries, destination: destinationColumns })
    .from(webhookDeliveries)
    .innerJoin(
      webhookEndpoints,
      and(
        eq(webhookEndpoints.environmentId, webhookDeliveries.environmentId),
        eq(webhookEndpoints.id, webhookDeliveries.endpointId),
      ),
    )
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
  return rows.map(({ delivery, destination }) => ({ ...delivery, destination }));
}
