import { expect, test } from "vitest";
import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { listEvents } from "#lib/events/queries";
import { record } from "#lib/events/record";
import { createEndpoint } from "#lib/webhooks/create-endpoint";
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

test("an event that did not arrive is found however many of other kinds came after it, while others are served", async () => {
  const viewer = await aDeafEndpoint();
  await happens(viewer, "product.created", 2);
  await happens(viewer, "customer.updated", 2100);

  const wanted = { types: ["product.created"], delivered: false };
  let turns = 0;
  const serve = () => {
    turns++;
    serving = setImmediate(serve);
  };
  let serving = setImmediate(serve);
  const first = await listEvents(viewer, { limit: 1 }, wanted);
  clearImmediate(serving);
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
