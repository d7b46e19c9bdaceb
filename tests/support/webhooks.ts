import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { listEvents } from "#lib/events/queries";
import { readingOf, readQuery } from "#lib/lists/list-source";
import { createEndpoint, type NewEndpoint } from "#lib/webhooks/create-endpoint";
import { deliveryList } from "#lib/webhooks/delivery-list";
import { type Dispatcher, startDispatcher } from "#lib/webhooks/dispatcher";
import type { Receiver } from "./receiver.ts";
import { atEnd } from "./at-end.ts";

/** The dispatcher, stopped when the test file ends. */
export function aDispatcher(options?: { timeout?: number }): Dispatcher {
  const dispatcher = startDispatcher(options);
  atEnd(() => dispatcher.stop());
  return dispatcher;
}

/** An endpoint at the receiver for every event, unless told otherwise. */
export async function anEndpoint(
  viewer: Viewer,
  { url }: Pick<Receiver, "url">,
  input: Partial<NewEndpoint> = {},
) {
  const { endpoint, secret } = await createEndpoint(viewer, { url, enabledEvents: ["*"], ...input });
  return { ...endpoint, secret };
}

/** Something happens: its event's id. */
export async function anEvent(viewer: Viewer, type = "customer.created"): Promise<string> {
  await transaction(viewer, (tx) => record(tx, type, { id: "cus_1" }));
  const { rows } = await listEvents(viewer, { limit: 1 });
  return rows[0]?.id ?? "";
}

/** What became of the deliveries to an endpoint, newest first. */
export async function deliveriesTo(viewer: Viewer, { id }: { id: string }) {
  const { query } = readQuery(deliveryList, { endpoint: id }, readingOf(viewer));
  return (await deliveryList.page(viewer, query, { direction: "older", from: null, size: 100 })).rows;
}
