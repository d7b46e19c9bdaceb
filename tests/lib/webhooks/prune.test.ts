import { beforeAll, expect, test } from "vitest";
import { day } from "#lib/clock";
import { moveClock } from "#lib/environments/move-clock";
import { attemptsOf } from "#lib/webhooks/deliveries";
import type { Dispatcher } from "#lib/webhooks/dispatcher";
import { pruneDeliveries } from "#lib/webhooks/prune";
import { aReceiver } from "#tests/support/receiver";
import { aDispatcher, anEndpoint, anEvent, deliveriesTo } from "#tests/support/webhooks";
import { aWorld } from "#tests/support/world";

let dispatcher: Dispatcher;
beforeAll(async () => {
  await aWorld();
  dispatcher = aDispatcher();
});

test("what became of a delivery can be seen for 30 days", async () => {
  const { viewer } = await aWorld();
  const endpoint = await anEndpoint(viewer, await aReceiver());
  await anEvent(viewer);
  await dispatcher.idle();
  const [delivery] = await deliveriesTo(viewer, endpoint);
  await moveClock(viewer.environment.slug, viewer.now() + 29 * day);
  await pruneDeliveries();
  expect(await deliveriesTo(viewer, endpoint)).toMatchObject([{ state: "delivered" }]);
  expect(await attemptsOf(viewer, delivery?.id ?? "")).toHaveLength(1);
  await moveClock(viewer.environment.slug, viewer.now() + 31 * day);
  await pruneDeliveries();
  expect(await deliveriesTo(viewer, endpoint)).toEqual([]);
  expect(await attemptsOf(viewer, delivery?.id ?? "")).toEqual([]);
});
