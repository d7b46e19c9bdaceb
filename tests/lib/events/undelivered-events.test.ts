import { expect, test } from "vitest";
import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { listEvents } from "#lib/events/queries";
import { record } from "#lib/events/record";
import { createEndpoint } from "#lib/webhooks/create-endpoint";
import { updateEndpoint } from "#lib/webhooks/update-endpoint";
import { aWorld, later } from "#tests/support/world";

async function aDeafEndpoint(): Promise<Viewer> {
  const { viewer } = await aWorld();
  await createEndpoint(viewer, { url: "http://127.0.0.1:9/", enabledEvents: ["*"] });
  return viewer;
}

function happens(viewer: Viewer, type: string, times: number): Promise<void> {
  return transaction(viewer, async (tx) => {
    for (let time = 0; time < times; time++) await record(tx, type, { id: `it_${time}` });
  });
}

/** What comes of work, and how often others had their turn meanwhile. */
async function whileServing<Result>(work: () => Promise<Result>): Promise<[Result, turns: number]> {
  let turns = 0;
  const serve = () => {
    turns++;
    serving = setImmediate(serve);
  };
  let serving = setImmediate(serve);
  const result = await work();
  clearImmediate(serving);
  return [result, turns];
}

test("an event that did not arrive is found however many of other kinds came after it, while others are served", async () => {
  const viewer = await aDeafEndpoint();
  await happens(viewer, "product.created", 2);
  await happens(viewer, "customer.updated", 2100);

  const wanted = { types: ["product.created"], delivered: false };
  const [first, turns] = await whileServing(() => listEvents(viewer, { limit: 1 }, wanted));
  expect(turns).toBeGreaterThan(2);
  expect(first).toMatchObject({ rows: [{ type: "product.created" }], hasMore: true });
  const after = { limit: 1, starting_after: first.rows[0]?.id };
  expect(await listEvents(viewer, after, wanted)).toMatchObject({
    rows: [{ type: "product.created" }],
    hasMore: false,
  });
});

test("of what did not arrive, that of a time is found, in both directions", async () => {
  const viewer = await aDeafEndpoint();
  const second = 1000;
  const start = viewer.now();
  for (const time of [0, 1, 2, 3]) await happens(later(viewer, time * second), "product.created", 2);
  const { rows: all } = await listEvents(viewer, { limit: 100 }, { delivered: false });
  expect(all).toHaveLength(8);

  const from = Math.min(...all.slice(2, 6).map(({ createdAt }) => createdAt));
  const created = { from, until: from + 2 * second };
  const found = async (place: object) =>
    (await listEvents(viewer, { limit: 100, created, ...place }, { delivered: false })).rows;
  expect(from).toBeGreaterThan(start);
  expect(await found({})).toEqual(all.slice(2, 6));
  expect(await found({ starting_after: all[3]?.id })).toEqual(all.slice(4, 6));
  expect(await found({ ending_before: all[4]?.id })).toEqual(all.slice(2, 4));
  expect(await found({ ending_before: all[4]?.id, limit: 1 })).toEqual(all.slice(3, 4));
});

test("events that arrived everywhere are found however many did not, in both directions, while others are served", async () => {
  const { viewer } = await aWorld();
  await happens(viewer, "product.created", 3);
  const { endpoint } = await createEndpoint(viewer, { url: "http://127.0.0.1:9/", enabledEvents: ["*"] });
  await happens(viewer, "product.updated", 200);
  await updateEndpoint(viewer, { id: endpoint.id, status: "disabled" });
  await happens(viewer, "product.created", 2);

  const find = async (place: object) => {
    const { rows, hasMore } = await listEvents(viewer, { limit: 3, ...place }, { delivered: true });
    return [rows.map(({ id }) => id), hasMore];
  };
  const types = ["product.created"];
  const all = (await listEvents(viewer, { limit: 100 }, { types })).rows.map(({ id }) => id);
  expect(all).toHaveLength(5);
  const [first, turns] = await whileServing(() => find({}));
  expect(first).toEqual([all.slice(0, 3), true]);
  expect(turns).toBeGreaterThan(2);
  expect(await find({ starting_after: all[2] })).toEqual([all.slice(3), false]);
  expect(await find({ ending_before: all[4] })).toEqual([all.slice(1, 4), true]);
  expect(await find({ ending_before: all[1] })).toEqual([all.slice(0, 1), false]);
});
