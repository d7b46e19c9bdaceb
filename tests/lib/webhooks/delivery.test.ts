import Stripe from "stripe";
import { beforeAll, expect, test } from "vitest";
import { transaction } from "#db/transaction";
import { environmentById } from "#lib/accounts/environments";
import type { Viewer } from "#lib/auth/viewer";
import { day, hour } from "#lib/clock";
import { moveClock } from "#lib/environments/move-clock";
import { record } from "#lib/events/record";
import { attemptsOf } from "#lib/webhooks/deliveries";
import { pendingOf } from "#lib/webhooks/pending";
import { rollSecret } from "#lib/webhooks/roll-secret";
import type { Dispatcher } from "#lib/webhooks/dispatcher";
import { updateEndpoint } from "#lib/webhooks/update-endpoint";
import { answering, aReceiver, aSwitcher } from "#tests/support/receiver";
import { aDispatcher, anEndpoint, anEvent, deliveriesTo } from "#tests/support/webhooks";
import { aWorld, later } from "#tests/support/world";

const stripe = new Stripe("sk_test_unused");
let dispatcher: Dispatcher;
beforeAll(async () => {
  await aWorld();
  dispatcher = aDispatcher({ timeout: 400 });
});

test("an event arrives signed, as the API shows it, and the official client accepts it", async () => {
  const { viewer } = await aWorld();
  const receiver = await aReceiver();
  const endpoint = await anEndpoint(viewer, receiver);
  const id = await anEvent(viewer);
  await receiver.until(1);
  const [message] = receiver.received;
  const signature = String(message?.headers["stripe-signature"]);
  const event = stripe.webhooks.constructEvent(message?.body ?? "", signature, endpoint.secret);
  expect(event).toMatchObject({ id, object: "event", type: "customer.created", livemode: false });
  expect(event).toMatchObject({ data: { object: { id: "cus_1" } }, pending_webhooks: 1 });
  expect(message?.headers["content-type"]).toBe("application/json; charset=utf-8");
  expect(() => stripe.webhooks.constructEvent(`${message?.body} `, signature, endpoint.secret)).toThrow();
  await dispatcher.idle();
  expect(await deliveriesTo(viewer, endpoint)).toMatchObject([
    { state: "delivered", tries: 1, lastStatus: 200 },
  ]);
  expect((await pendingOf(viewer, [id])).get(id)).toBeUndefined();
});

test("the time is signed, so that an old delivery cannot be replayed", async () => {
  const { viewer } = await aWorld();
  const receiver = await aReceiver();
  const { secret } = await anEndpoint(viewer, receiver);
  await anEvent(viewer);
  await receiver.until(1);
  const { body = "", headers } = receiver.received[0] ?? {};
  const signature = String(headers?.["stripe-signature"]);
  const older = signature.replace(/t=(\d+)/, (_, at: string) => `t=${Number(at) - 600}`);
  expect(() => stripe.webhooks.constructEvent(body, older, secret, 3600)).toThrow(/signature/i);
});

test("only what an endpoint asked for goes to it, in the version it asked for", async () => {
  const { viewer } = await aWorld();
  const receiver = await aReceiver();
  await anEndpoint(viewer, receiver, { enabledEvents: ["refund.created"], apiVersion: "2024-06-20" });
  await anEvent(viewer, "customer.created");
  const wanted = await anEvent(viewer, "refund.created");
  await receiver.until(1);
  await dispatcher.idle();
  expect(receiver.ids()).toEqual([wanted]);
  expect(JSON.parse(receiver.received[0]?.body ?? "")).toMatchObject({ api_version: "2024-06-20" });
});

test("what happens in one account is sent to its endpoints only", async () => {
  const [one, other] = [await aWorld(), await aWorld()];
  const receiver = await aReceiver();
  await anEndpoint(one.viewer, receiver);
  await anEvent(other.viewer);
  const id = await anEvent(one.viewer);
  await receiver.until(1);
  await dispatcher.idle();
  expect(receiver.ids()).toEqual([id]);
});

test("while a rolled secret is valid both sign, afterwards only the new one", async () => {
  const { viewer } = await aWorld();
  const receiver = await aReceiver();
  const { id, secret: old } = await anEndpoint(viewer, receiver);
  const { secret } = await rollSecret(viewer, { id, overlapHours: 2 });
  await anEvent(viewer);
  await receiver.until(1);
  const accepts = (key: string, at: number) => {
    const { body = "", headers } = receiver.received[at] ?? {};
    return (
      stripe.webhooks.constructEvent(body, String(headers?.["stripe-signature"]), key).object === "event"
    );
  };
  expect([accepts(old, 0), accepts(secret, 0)]).toEqual([true, true]);

  await moveClock(viewer.environment.slug, viewer.now() + 3 * hour);
  await anEvent(await moved(viewer));
  await receiver.until(2);
  expect(accepts(secret, 1)).toBe(true);
  expect(() => accepts(old, 1)).toThrow();
});

test("a failed delivery is tried three times over some hours of the test environment's clock", async () => {
  const { viewer } = await aWorld();
  const receiver = await aReceiver(answering(500));
  const endpoint = await anEndpoint(viewer, receiver);
  const id = await anEvent(viewer);
  await receiver.until(1);
  await dispatcher.idle();
  expect((await pendingOf(viewer, [id])).get(id)).toBe(1);
  await moveClock(viewer.environment.slug, viewer.now() + hour);
  expect(receiver.received).toHaveLength(2);
  await moveClock(viewer.environment.slug, viewer.now() + day);
  expect(receiver.received).toHaveLength(3);
  const [delivery] = await deliveriesTo(viewer, endpoint);
  expect(delivery).toMatchObject({ state: "failed", tries: 3, lastStatus: 500, nextTryAt: null });
  const attempts = await attemptsOf(viewer, delivery?.id ?? "");
  expect(attempts.map(({ status, response }) => [status, response])).toEqual(
    Array(3).fill([500, "said 500"]),
  );
});

test("an endpoint that recovers in time gets what it missed", async () => {
  const { viewer } = await aWorld();
  const receiver = await aReceiver(answering(503, 200));
  const endpoint = await anEndpoint(viewer, receiver);
  await anEvent(viewer);
  await receiver.until(1);
  await dispatcher.idle();
  await moveClock(viewer.environment.slug, viewer.now() + hour);
  expect(await deliveriesTo(viewer, endpoint)).toMatchObject([{ state: "delivered", tries: 2 }]);
});

test("a slow endpoint is cut off, and delays no other", async () => {
  const { viewer } = await aWorld();
  const slow = await aReceiver(() => {});
  const quick = await aReceiver();
  const late = await anEndpoint(viewer, slow);
  await anEndpoint(viewer, quick);
  for (let i = 0; i < 20; i++) await anEvent(viewer);
  await quick.until(20);
  const waiting = await deliveriesTo(viewer, late);
  expect(waiting.filter(({ state, tries }) => state === "pending" && tries === 0).length).toBeGreaterThan(0);
  await dispatcher.idle();
  const [delivery] = await deliveriesTo(viewer, late);
  expect(delivery).toMatchObject({ state: "pending", lastStatus: null, lastError: "timeout" });
});

test("what happens while an answer is awaited is sent without waiting for it", async () => {
  const { viewer } = await aWorld();
  const answers: (() => void)[] = [];
  const receiver = await aReceiver((response) => void answers.push(() => response.end("at last")));
  await anEndpoint(viewer, receiver);
  await anEvent(viewer);
  await receiver.until(1);
  for (let i = 0; i < 3; i++) await anEvent(viewer);
  await receiver.until(4);
  for (const answer of answers) answer();
  await dispatcher.idle();
});

test("a redirect is not followed", async () => {
  const { viewer } = await aWorld();
  const target = await aReceiver();
  const receiver = await aReceiver((response) => {
    response.writeHead(302, { Location: target.url }).end();
  });
  const endpoint = await anEndpoint(viewer, receiver);
  await anEvent(viewer);
  await receiver.until(1);
  await dispatcher.idle();
  expect(await deliveriesTo(viewer, endpoint)).toMatchObject([{ state: "pending", lastStatus: 302 }]);
  expect(target.received).toEqual([]);
});

test("an endpoint that changes protocols instead of answering holds nothing up", async () => {
  const { viewer } = await aWorld();
  const endpoint = await anEndpoint(viewer, await aSwitcher());
  for (let i = 0; i < 10; i++) await anEvent(viewer);
  await dispatcher.idle();
  const sent = await deliveriesTo(viewer, endpoint);
  expect(sent).toHaveLength(10);
  for (const each of sent) {
    expect(each).toMatchObject({ state: "pending", tries: 1, lastError: "connection_lost" });
  }
});

test("a disabled endpoint gets nothing, and what waited for it is dropped", async () => {
  const { viewer } = await aWorld();
  const receiver = await aReceiver(answering(500));
  const endpoint = await anEndpoint(viewer, receiver);
  const missed = await anEvent(viewer);
  await receiver.until(1);
  await dispatcher.idle();
  await updateEndpoint(viewer, { id: endpoint.id, status: "disabled" });
  await anEvent(viewer);
  await moveClock(viewer.environment.slug, viewer.now() + day);
  expect(receiver.ids()).toEqual([missed]);
  expect(await deliveriesTo(viewer, endpoint)).toMatchObject([{ eventId: missed, state: "canceled" }]);
});

test("an answer is kept without secrets, and only its beginning", async () => {
  const { viewer } = await aWorld();
  let secret = "";
  const receiver = await aReceiver((response) => {
    response.statusCode = 400;
    response.end(`${secret} 4242 4242 4242 4242 ${"long ".repeat(100_000)}`);
  });
  const endpoint = await anEndpoint(viewer, receiver);
  secret = endpoint.secret;
  await anEvent(viewer);
  await receiver.until(1);
  await dispatcher.idle();
  const [delivery] = await deliveriesTo(viewer, endpoint);
  const [attempt] = await attemptsOf(viewer, delivery?.id ?? "");
  expect(attempt?.response).toMatch(/^\[redacted\] \[redacted\] long/);
  expect(attempt?.response?.length).toBe(1000);
});

test("from commit to first delivery it takes less than a second, with ten endpoints", async () => {
  const { viewer } = await aWorld();
  const took: number[] = [];
  const sent = new Map<string, number>();
  const receivers = await Promise.all(
    Array.from({ length: 10 }, () =>
      aReceiver((response, { body }) => {
        took.push(performance.now() - (sent.get(JSON.parse(body).data.object.id) ?? 0));
        response.end();
      }),
    ),
  );
  for (const receiver of receivers) await anEndpoint(viewer, receiver);
  for (let i = 0; i < 20; i++) {
    const id = `cus_${i}`;
    sent.set(id, performance.now());
    await transaction(viewer, (tx) => record(tx, "customer.created", { id }));
  }
  await Promise.all(receivers.map((receiver) => receiver.until(20)));
  const p95 = took.sort((a, b) => a - b)[Math.floor(took.length * 0.95)] ?? Infinity;
  expect(took).toHaveLength(200);
  expect(p95).toBeLessThan(1000);
});

/** The viewer after its environment's clock was moved. */
async function moved(viewer: Viewer): Promise<Viewer> {
  const environment = await environmentById(viewer.environmentId);
  return later(viewer, (environment?.clockOffset ?? 0) - viewer.environment.clockOffset);
}
