import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/viewer";
import { day, hour } from "#lib/clock";
import { moveClock } from "#lib/environments/move-clock";
import { createEndpoint } from "#lib/webhooks/create-endpoint";
import { deleteEndpoint } from "#lib/webhooks/delete-endpoint";
import { attemptsOf, getDelivery } from "#lib/webhooks/deliveries";
import type { Dispatcher } from "#lib/webhooks/dispatcher";
import { deliveriesOfEvent } from "#lib/webhooks/event-deliveries";
import { replayEvents } from "#lib/webhooks/replay-events";
import { resendDelivery } from "#lib/webhooks/resend-delivery";
import { resendEvent } from "#lib/webhooks/resend-event";
import { rollSecret } from "#lib/webhooks/roll-secret";
import { updateEndpoint } from "#lib/webhooks/update-endpoint";
import { runDueJobs } from "#lib/jobs/run-due";
import { answering, aReceiver } from "#tests/support/receiver";
import { aDispatcher, anEndpoint, anEvent, deliveriesTo } from "#tests/support/webhooks";
import { aWorld } from "#tests/support/world";

let dispatcher: Dispatcher;
beforeAll(async () => {
  await aWorld();
  dispatcher = aDispatcher({ timeout: 1000 });
});

test("a delivery that was given up is resent, and goes on as a new one", async () => {
  const { viewer } = await aWorld();
  const receiver = await aReceiver(answering(500, 500, 500, 500, 200));
  const endpoint = await anEndpoint(viewer, receiver);
  await anEvent(viewer);
  await dispatcher.idle();
  await moveClock(viewer.environment.slug, viewer.now() + day);
  const [failed] = await deliveriesTo(viewer, endpoint);
  expect(failed).toMatchObject({ state: "failed", tries: 3 });
  await resendDelivery(viewer, failed?.id ?? "");
  await dispatcher.idle();
  expect(await deliveriesTo(viewer, endpoint)).toMatchObject([{ state: "pending", tries: 1 }]);
  await moveClock(viewer.environment.slug, viewer.now() + 2 * day);
  expect(await getDelivery(viewer, failed?.id ?? "")).toMatchObject({ state: "delivered", tries: 2 });
  expect(await attemptsOf(viewer, failed?.id ?? "")).toHaveLength(5);
});

test("nothing is resent to a disabled endpoint", async () => {
  const { viewer } = await aWorld();
  const receiver = await aReceiver();
  const endpoint = await anEndpoint(viewer, receiver);
  const eventId = await anEvent(viewer);
  await dispatcher.idle();
  await updateEndpoint(viewer, { id: endpoint.id, status: "disabled" });
  const [delivery] = await deliveriesTo(viewer, endpoint);
  const refused = { facts: { status: 400, code: "webhook_endpoint_disabled" } };
  await expect(resendDelivery(viewer, delivery?.id ?? "")).rejects.toMatchObject(refused);
  await expect(resendEvent(viewer, { eventId, endpointId: endpoint.id })).rejects.toMatchObject(refused);
  await expect(
    replayEvents(viewer, { endpointId: endpoint.id, from: 0, until: viewer.now() }),
  ).rejects.toMatchObject(refused);
});

test("an event goes to an endpoint that was not there yet, when asked", async () => {
  const { viewer } = await aWorld();
  const eventId = await anEvent(viewer);
  const receiver = await aReceiver();
  const endpoint = await anEndpoint(viewer, receiver);
  await resendEvent(viewer, { eventId, endpointId: endpoint.id });
  await resendEvent(viewer, { eventId });
  await dispatcher.idle();
  expect(new Set(receiver.ids())).toEqual(new Set([eventId]));
  expect(await deliveriesOfEvent(viewer, eventId)).toMatchObject([
    { endpointId: endpoint.id, state: "delivered", url: receiver.url },
  ]);
});

test("a replay sends a time's events again, one after another, in order", async () => {
  const { viewer } = await aWorld();
  const ids: string[] = [];
  for (let i = 0; i < 5; i++) ids.push(await anEvent(viewer, "refund.created"));
  await anEvent(viewer, "customer.created");
  let open = 0;
  let most = 0;
  const receiver = await aReceiver((response) => {
    most = Math.max(most, ++open);
    setImmediate(() => {
      open--;
      response.end();
    });
  });
  const endpoint = await anEndpoint(viewer, receiver, { enabledEvents: ["refund.created"] });
  await replayEvents(viewer, { endpointId: endpoint.id, from: viewer.now() - hour, until: viewer.now() + 1 });
  await runDueJobs(viewer.environment, viewer.now());
  await dispatcher.idle();
  expect(receiver.ids()).toEqual(ids);
  expect(most).toBe(1);
});

test("in a replay a later event waits until the one before it was delivered", async () => {
  const { viewer } = await aWorld();
  const ids = [await anEvent(viewer), await anEvent(viewer)];
  const receiver = await aReceiver(answering(500, 200));
  const endpoint = await anEndpoint(viewer, receiver);
  await replayEvents(viewer, { endpointId: endpoint.id, from: viewer.now() - hour, until: viewer.now() + 1 });
  await runDueJobs(viewer.environment, viewer.now());
  await dispatcher.idle();
  expect((await deliveriesTo(viewer, endpoint)).map(({ state }) => state)).toEqual(["queued", "pending"]);
  const [waiting] = await deliveriesTo(viewer, endpoint);
  await expect(resendDelivery(viewer, waiting?.id ?? "")).rejects.toMatchObject({
    facts: { code: "webhook_delivery_queued" },
  });
  await moveClock(viewer.environment.slug, viewer.now() + hour);
  await dispatcher.idle();
  expect(receiver.ids()).toEqual([ids[0], ids[0], ids[1]]);
});

test("a replay needs a time that is one", async () => {
  const { viewer } = await aWorld();
  const { id } = await anEndpoint(viewer, await aReceiver());
  await expect(replayEvents(viewer, { endpointId: id, from: 2, until: 2 })).rejects.toMatchObject({
    facts: { status: 400, param: "until" },
  });
});

test("what is on its way to a deleted endpoint is dropped", async () => {
  const { viewer } = await aWorld();
  const receiver = await aReceiver(answering(500));
  const endpoint = await anEndpoint(viewer, receiver);
  const eventId = await anEvent(viewer);
  await dispatcher.idle();
  await deleteEndpoint(viewer, endpoint.id);
  await runDueJobs(viewer.environment, viewer.now());
  await anEvent(viewer);
  await moveClock(viewer.environment.slug, viewer.now() + day);
  expect(receiver.ids()).toEqual([eventId]);
  expect(await deliveriesOfEvent(viewer, eventId)).toMatchObject([
    { state: "canceled", endpointDeletedAt: expect.any(Number) },
  ]);
});

test("the old secret stays valid for a day at most", async () => {
  const { viewer } = await aWorld();
  const { id, secret } = await anEndpoint(viewer, await aReceiver());
  for (const overlapHours of [-1, 25, 1.5]) {
    await expect(rollSecret(viewer, { id, overlapHours })).rejects.toMatchObject({ facts: { status: 400 } });
  }
  expect((await rollSecret(viewer, { id, overlapHours: 0 })).secret).not.toBe(secret);
});

/** Every command, on things of the owner of `viewer`. */
async function everyCommand(owner: Viewer): Promise<((viewer: Viewer) => Promise<unknown>)[]> {
  const receiver = await aReceiver();
  const endpoint = await anEndpoint(owner, receiver);
  const eventId = await anEvent(owner);
  await dispatcher.idle();
  const [delivery] = await deliveriesTo(owner, endpoint);
  const { id } = endpoint;
  return [
    (viewer) => updateEndpoint(viewer, { id, description: "x" }),
    (viewer) => rollSecret(viewer, { id, overlapHours: 1 }),
    (viewer) => resendDelivery(viewer, delivery?.id ?? ""),
    (viewer) => resendEvent(viewer, { eventId, endpointId: id }),
    (viewer) => replayEvents(viewer, { endpointId: id, from: 1, until: 2 }),
    (viewer) => getDelivery(viewer, delivery?.id ?? ""),
    (viewer) => deleteEndpoint(viewer, id),
  ];
}

test("a role without the permission can do none of it", async () => {
  const { viewer, viewerWith } = await aWorld();
  const analyst = viewerWith(["analyst"]);
  const denied = { facts: { status: 403 } };
  for (const command of await everyCommand(viewer)) {
    await expect(command(analyst)).rejects.toMatchObject(denied);
  }
  await expect(
    createEndpoint(analyst, { url: "https://example.com", enabledEvents: ["*"] }),
  ).rejects.toMatchObject(denied);
});

test("another account can do none of it", async () => {
  const { viewer } = await aWorld();
  const { viewer: stranger } = await aWorld();
  for (const command of await everyCommand(viewer)) {
    await expect(command(stranger)).rejects.toMatchObject({ facts: { status: 404 } });
  }
});

test("a developer can do all of it, up to deleting the endpoint", async () => {
  const { viewer, viewerWith } = await aWorld();
  const developer = viewerWith(["developer"]);
  const commands = await everyCommand(viewer);
  for (const command of commands) await command(developer);
  await expect(commands[0]?.(developer)).rejects.toMatchObject({ facts: { status: 404 } });
});
