import { on, once } from "node:events";
import Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { revokeKey } from "#lib/keys/revoke-key";
import { type ApiKey, listKeys } from "#lib/keys/queries";
import { updateKey } from "#lib/keys/update-key";
import { attemptsOf } from "#lib/webhooks/deliveries";
import { latestDeliveries } from "#lib/webhooks/delivery-list";
import { listListeners } from "#lib/webhooks/queries";
import { aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { cli, runningCli } from "#tests/support/cli";
import { answering, aReceiver } from "#tests/support/receiver";
import { rawRequest } from "#tests/support/raw-request";
import { aDispatcher } from "#tests/support/webhooks";

let world: ApiWorld;
beforeAll(async () => {
  world = await anApiWorld();
  aDispatcher();
});

const ready = /Ready!.* secret is (whsec_\w+)/;

describe("stripe listen", () => {
  test("forwards events as they happen, signed, to each who listens, as far as they asked", async () => {
    const [all, some] = [await aReceiver(), await aReceiver()];
    const first = runningCli(world, "listen", "--forward-to", all.url);
    const second = runningCli(world, "listen", "--forward-to", some.url, "--events", "product.created");
    const [, secret = ""] = await first.says(ready);
    await second.says(ready);
    expect(await cli(world, "listen", "--print-secret")).toContain(secret);

    const customer = await world.stripe.customers.create({ name: "Ada" });
    await world.stripe.products.create({ name: "Ink" });
    await Promise.all([all.until(2), some.until(1)]);
    const heard = all.received.map(({ body, headers }) =>
      new Stripe(world.key).webhooks.constructEvent(body, headers["stripe-signature"] ?? "", secret),
    );
    expect(heard.map(({ type }) => type).sort()).toEqual(["customer.created", "product.created"]);
    expect(heard.find(({ type }) => type === "customer.created")?.data.object).toMatchObject({
      id: customer.id,
    });
    expect(some.received.map(({ body }) => JSON.parse(body).type)).toEqual(["product.created"]);
    await Promise.all([first.stop(), second.stop()]);
  });

  test("shows what was sent, and what the program behind it answered", async () => {
    const receiver = await aReceiver(answering(200, 500));
    const listening = runningCli(world, "listen", "--latest", "--forward-to", receiver.url);
    await listening.says(ready);
    await world.stripe.customers.create({ name: "Grace" });
    await listening.says(/\[200\]/);
    const { data } = await world.stripe.events.list({ limit: 1 });
    await cli(world, "events", "resend", data[0]?.id ?? "");
    await listening.says(/\[500\]/);

    const [listener] = await listListeners(world.viewer);
    const sent = async () => (await latestDeliveries(world.viewer, listener?.id ?? ""))[0];
    // The program prints an answer before it passes it on.
    await expect.poll(async () => (await sent())?.lastStatus).toBe(500);
    await listening.stop();
    const delivery = await sent();
    expect(delivery).toMatchObject({ eventType: "customer.created", state: "failed", tries: 1 });
    const attempts = await attemptsOf(world.viewer, delivery?.id ?? "");
    expect(attempts.map(({ status, response }) => [status, response])).toEqual([
      [500, "said 500"],
      [200, "said 200"],
    ]);
  });

  test("is none of the account's endpoints", async () => {
    expect((await world.stripe.webhookEndpoints.list()).data).toEqual([]);
    const [listener] = await listListeners(world.viewer);
    await expect(world.stripe.webhookEndpoints.del(listener?.id ?? "")).rejects.toMatchObject({
      statusCode: 404,
    });
  });
});

describe("a listener", () => {
  test("gets after a broken connection what happened meanwhile, and again what it had not acknowledged", async () => {
    const session = await aSession(world.key);
    const first = await connected(session);
    await world.stripe.customers.create({ name: "Heard, not acknowledged" });
    const before = await first.next();
    first.socket.terminate();
    await world.stripe.products.create({ name: "Made meanwhile" });

    const second = await connected(session);
    const types = new Set([
      await second.next(),
      await second.next(),
      await second.next(),
      await second.next(),
    ]);
    expect(before).toBe("customer.created");
    expect(types).toEqual(new Set(["customer.created", "product.created"]));
    second.socket.close();
  });

  test("hears what its key may see, and nothing more once that is revoked", async () => {
    const session = await aSession(await aKey(world, "restricted", ["events:read", "products:read"]));
    const { socket, next } = await connected(session);
    await world.stripe.customers.create({ name: "Not for this key" });
    await world.stripe.products.create({ name: "Paper" });
    expect(await next()).toBe("product.created");

    const [restricted] = await listKeys(world.viewer);
    await revokeKey(world.viewer, restricted?.id ?? "");
    await world.stripe.products.create({ name: "Too late" });
    expect(await once(socket, "close")).toMatchObject([1008, {}]);
    await expect(connected(session)).rejects.toThrow("400");
  });

  test("hears nothing more where its key may not be used from any more", async () => {
    const session = await aSession(await aKey(world, "restricted", ["events:read", "products:read"]));
    const [key] = await listKeys(world.viewer);
    const from = (addresses: string[]) => updateKey(world.viewer, { ...changeable(key), addresses });
    const { socket, next } = await connected(session);
    await from(["127.0.0.1"]);
    await world.stripe.products.create({ name: "From here" });
    expect(await next()).toBe("product.created");
    await from(["203.0.113.0/24"]);
    await world.stripe.products.create({ name: "From elsewhere" });
    expect(await once(socket, "close")).toMatchObject([1008, {}]);
    await expect(connected(session)).rejects.toThrow("400");
  });

  test("is not let in with a session made up", async () => {
    const session = await aSession(world.key);
    await expect(connected({ ...session, websocket_id: "cliws_x" })).rejects.toThrow("400");
  });
});

function changeable(key: ApiKey | undefined) {
  if (!key) throw new Error("There is no key");
  return { id: key.id, name: key.name, permissions: key.permissions ?? undefined };
}

interface Session {
  websocket_url: string;
  websocket_id: string;
}

async function aSession(key: string): Promise<Session> {
  const { body } = await askForSession(key);
  const { websocket_url, websocket_id } = body;
  return { websocket_url: String(websocket_url), websocket_id: String(websocket_id) };
}

function askForSession(key: string) {
  return rawRequest(world, {
    method: "POST",
    path: "/v1/stripecli/sessions",
    headers: { Authorization: `Bearer ${key}` },
    body: "device_name=x&websocket_features[]=webhooks",
  });
}

/** A connection as the command line makes it; `next` yields the type of the next event it is sent. */
async function connected({ websocket_url, websocket_id }: Session) {
  const socket = new WebSocket(websocket_url, ["stripecli-devproxy-v1"], {
    headers: { "Websocket-Id": websocket_id },
  });
  const messages = on(socket, "message");
  await once(socket, "open");
  const next = async (): Promise<string> => {
    const { value = [] } = await messages.next();
    return JSON.parse(JSON.parse(String(value[0])).event_payload).type;
  };
  return { socket, next };
}

test("stripe logs tail shows the calls it asked for", async () => {
  const tail = runningCli(world, "logs", "tail", "--filter-http-method", "POST");
  await tail.says(/Ready!/);
  await world.stripe.customers.list();
  await world.stripe.customers.create({ email: "no address" }).catch(() => {});
  await tail.says(/\[400\] POST \/v1\/customers/);
  await tail.says(/Invalid email address: no address/);
  expect(tail.output()).not.toContain("GET");
  await tail.stop();
});

test("a key that may not see events may not listen", async () => {
  for (const key of [await aKey(world, "publishable"), await aKey(world, "restricted", ["products:read"])]) {
    expect((await askForSession(key)).status).toBe(403);
  }
});
