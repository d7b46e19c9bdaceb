import { beforeAll, describe, expect, test } from "vitest";
import { insert } from "#db/rows";
import { webhookDeliveries, webhookEndpoints } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { anyList } from "#lib/lists/any-list";
import type { Key } from "#lib/lists/key";
import { readingOf } from "#lib/lists/list-source";
import { fromWords } from "#lib/lists/words";
import { isMissing } from "#lib/pages/is-missing";
import type { DeliveryRow } from "#lib/webhooks/claim";
import { createEndpoint } from "#lib/webhooks/create-endpoint";
import { deleteEndpoint } from "#lib/webhooks/delete-endpoint";
import { deliveryList, deliveryStates, latestDeliveries } from "#lib/webhooks/delivery-list";
import { areDestinationsLeftOut, listDestinations, mostDestinations } from "#lib/webhooks/destinations";
import { aWorld, type World } from "#tests/support/world";

const list = anyList(deliveryList);
const types = ["customer.created", "charge.refunded", "charge.succeeded"];

let world: World;
let endpoints: string[];
beforeAll(async () => {
  world = await aWorld();
  endpoints = await Promise.all(["a", "b", "gone"].map((name) => anEndpointAt(world.viewer, name)));
  await deliver(world.viewer, endpoints);
  await deleteEndpoint(world.viewer, endpoints[2] ?? "");
});

async function anEndpointAt(viewer: Viewer, name: string): Promise<string> {
  const { endpoint } = await createEndpoint(viewer, {
    url: `https://${name}.example.com`,
    enabledEvents: ["*"],
  });
  return endpoint.id;
}

/** Sixty deliveries in turn: to each endpoint, of each type, in each state. */
function deliver(viewer: Viewer, to: readonly string[]): Promise<void> {
  return transaction(viewer, async (tx) => {
    for (let at = 0; at < 60; at++) {
      await deliverOne(tx, {
        id: `whd_${at}`,
        createdAt: 1_000_000 + at,
        endpointId: to[at % 3] ?? "",
        eventType: types[Math.floor(at / 3) % 3] ?? "",
        state: deliveryStates[at % 5] ?? "failed",
      });
    }
  });
}

type Sent = { id: string; createdAt: number; endpointId: string };

async function deliverOne(
  tx: Tx,
  sent: Sent & Partial<Pick<DeliveryRow, "eventType" | "state">>,
): Promise<void> {
  const rest = { eventId: "evt_1", replay: false, startedAt: 1_000_000, tries: 1 };
  await insert(tx, webhookDeliveries, {
    eventType: "customer.created",
    state: "delivered",
    ...rest,
    ...sent,
  });
}

/** Command lines, each told of one thing; the first was so last. */
function listenAndHear(viewer: Viewer, count: number): Promise<void> {
  return transaction(viewer, async (tx) => {
    for (let at = 0; at < count; at++) {
      const [id, createdAt] = [`cli_${at}`, 1_000_000 - at];
      const listener = { url: "", enabledEvents: ["*"], metadata: {}, listenerKeyId: "mk_1" };
      await insert(tx, webhookEndpoints, { id, createdAt: at, status: "disabled", ...listener });
      await deliverOne(tx, { id: `whd_${at}`, createdAt, endpointId: id });
    }
  });
}

/** The numbers of the deliveries that an address leads to, page by page; and that as many are counted. */
async function found(viewer: Viewer, words: string, entries = 2000): Promise<number[]> {
  const address = fromWords(words);
  const numbers: number[] = [];
  let from: Key | null = null;
  do {
    const page = await list.page(viewer, address, { direction: "older", from, size: 4, entries });
    numbers.push(...page.rows.map(({ id }) => Number(id.slice(4))));
    from = page.older ?? page.continueFrom;
  } while (from);
  const [total] = await list.sum(viewer, address, readingOf(viewer));
  expect(total?.count).toBe(numbers.length);
  return numbers;
}

/** Its own page, which stays when its endpoint is deleted. */
const pageOf = (at: number) => `developers/webhooks/${endpoints[at % 3]}/deliveries/whd_${at}`;

/** Newest first. */
const expected = (fits: (at: number) => boolean) => [...Array(60).keys()].reverse().filter(fits);

describe("a list of deliveries", () => {
  test("holds those to every endpoint, a deleted one too, newest first, whatever it is narrowed to", async () => {
    const { viewer } = world;
    const [first = ""] = endpoints;
    expect(await found(viewer, "")).toEqual(expected(() => true));
    expect(await found(viewer, `endpoint=${first}`)).toEqual(expected((at) => at % 3 === 0));
    expect(await found(viewer, "status=failed&status=queued")).toEqual(
      expected((at) => at % 5 === 3 || at % 5 === 1),
    );
    expect(await found(viewer, `endpoint=${first}&status=failed`)).toEqual(
      expected((at) => at % 3 === 0 && at % 5 === 3),
    );
    expect(await found(viewer, "type=charge.*&sort=oldest", 8)).toEqual(
      expected((at) => Math.floor(at / 3) % 3 > 0).reverse(),
    );
    expect(await found(viewer, `endpoint=${endpoints[2]}`)).toEqual(expected((at) => at % 3 === 2));
    expect(await areDestinationsLeftOut(viewer)).toBe(false);
  });

  test("says where each goes, and an endpoint's page the last ten of it", async () => {
    const [first = ""] = endpoints;
    const latest = await latestDeliveries(world.viewer, first);
    expect(latest.map(({ id }) => id)).toEqual(
      [57, 54, 51, 48, 45, 42, 39, 36, 33, 30].map((at) => `whd_${at}`),
    );
    expect(latest[0]?.destination.url).toBe("https://a.example.com");
    const offered = await listDestinations(world.viewer);
    expect(offered.map(({ url }) => url)).toEqual([
      "https://gone.example.com",
      "https://b.example.com",
      "https://a.example.com",
    ]);
  });

  test("of more listeners than it walks along leaves out those sent to longest ago, and says so", async () => {
    const { viewer } = await aWorld();
    await listenAndHear(viewer, mostDestinations + 1);
    expect(await areDestinationsLeftOut(viewer)).toBe(true);
    const first = await list.page(viewer, fromWords(""), { direction: "older", from: null, size: 200 });
    expect(first.rows.map(({ id }) => id)).toEqual(
      [...Array(mostDestinations).keys()].map((at) => `whd_${at}`),
    );
    expect(await found(viewer, `endpoint=cli_${mostDestinations}`)).toEqual([mostDestinations]);
    const analyst = { ...viewer, permissions: world.viewerWith(["analyst"]).permissions };
    await expect(areDestinationsLeftOut(analyst)).rejects.toMatchObject({ facts: { status: 403 } });
  });

  test("is nobody else's, and refused to whoever may not write webhooks", async () => {
    const { viewer } = await aWorld();
    expect(await found(viewer, "")).toEqual([]);
    expect(await found(viewer, `endpoint=${endpoints[0]}`)).toEqual([]);
    expect(await isMissing(world.viewer, pageOf(12))).toBe(false);
    expect(await isMissing(world.viewer, pageOf(14))).toBe(false);
    expect(await isMissing(world.viewer, pageOf(99))).toBe(true);
    expect(await isMissing(viewer, pageOf(14))).toBe(true);
    const analyst = world.viewerWith(["analyst"]);
    await expect(found(analyst, "")).rejects.toMatchObject({ facts: { status: 403 } });
    expect(() => listDestinations(analyst)).toThrow(/webhooks:write/);
  });
});
