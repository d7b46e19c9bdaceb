import { beforeAll, expect, test, vi } from "vitest";
import { attemptsOf } from "#lib/webhooks/deliveries";
import type { Dispatcher } from "#lib/webhooks/dispatcher";
import { aReceiver } from "#tests/support/receiver";
import { aDispatcher, anEndpoint, anEvent, deliveriesTo } from "#tests/support/webhooks";
import { aWorld } from "#tests/support/world";

vi.mock(import("#lib/versions/render"), async (original) => {
  const known = await original();
  return {
    ...known,
    renderIn: (version, wire, expand) => {
      if (version === "2020-08-27") throw new Error("This version cannot tell of it");
      return known.renderIn(version, wire, expand);
    },
  };
});

let dispatcher: Dispatcher;
beforeAll(async () => {
  await aWorld();
  dispatcher = aDispatcher();
});

test("an event that cannot be put into words counts as a try, and is told of", async () => {
  const { viewer } = await aWorld();
  const receiver = await aReceiver();
  const old = await anEndpoint(viewer, receiver, { apiVersion: "2020-08-27" });
  const present = await anEndpoint(viewer, receiver);
  await anEvent(viewer);
  await receiver.until(1);
  await dispatcher.idle();
  const [delivery] = await deliveriesTo(viewer, old);
  expect(delivery).toMatchObject({ state: "pending", tries: 1, lastStatus: null, lastError: "body_failed" });
  expect(await attemptsOf(viewer, delivery?.id ?? "")).toMatchObject([
    { status: null, error: "body_failed", response: null },
  ]);
  expect(await deliveriesTo(viewer, present)).toMatchObject([{ state: "delivered", tries: 1 }]);
  expect(receiver.received).toHaveLength(1);
});
