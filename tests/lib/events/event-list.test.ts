import { beforeAll, expect, test } from "vitest";
import { insert } from "#db/rows";
import { events } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { eventList } from "#lib/events/list/event-list";
import { anyList } from "#lib/lists/any-list";
import { readingOf } from "#lib/lists/list-source";
import { fromWords } from "#lib/lists/words";
import { aWorld, type World } from "#tests/support/world";

const list = anyList(eventList);
const types = ["customer.created", "payout.paid", "charge.succeeded", "charge.refunded", "payout.failed"];

let world: World;
beforeAll(async () => {
  world = await aWorld();
  for (const { viewer } of [world, await aWorld()]) await makeEvents(viewer);
});

function makeEvents(viewer: Viewer): Promise<void> {
  return transaction(viewer, async (tx) => {
    for (const [at, type] of types.entries()) {
      const facts = { id: `evt_${at}`, createdAt: 1_000_000 + at, type, objectId: `ob_${at % 2}` };
      await insert(tx, events, { ...facts, data: {}, paymentIntentId: null, requestId: null });
    }
  });
}

/** The types that an address leads to; and that as many are counted. */
async function found(viewer: Viewer, words: string): Promise<string[]> {
  const address = fromWords(words);
  const { rows } = await list.page(viewer, address, { direction: "older", from: null, size: 50 });
  const ids = new Set(rows.map(({ id }) => id));
  const [total] = await list.sum(viewer, address, readingOf(viewer));
  expect(total?.count).toBe(ids.size);
  return types.filter((_, at) => ids.has(`evt_${at}`));
}

test("events are found by type, by group, by object and by whether they arrived", async () => {
  const { viewer } = world;
  expect(await found(viewer, "")).toEqual(types);
  expect(await found(viewer, "type=payout.paid")).toEqual(["payout.paid"]);
  expect(await found(viewer, "type=charge.*&sort=oldest")).toEqual(["charge.succeeded", "charge.refunded"]);
  expect(await found(viewer, "object=ob_1")).toEqual(["payout.paid", "charge.refunded"]);
  expect(await found(viewer, "object=ob_1&type=charge.*")).toEqual(["charge.refunded"]);
  expect(await found(viewer, "delivery=undelivered")).toEqual([]);
  expect(await found(viewer, "delivery=delivered")).toEqual(types);
  expect(list.words(fromWords("type=nothing.*"), readingOf(viewer))).toBe("");
});

test("what a viewer may not see is neither listed nor counted, however it is asked for", async () => {
  const viewer = { ...world.viewer, permissions: new Set(["events:read", "payments:read"] as const) };
  const charges = ["charge.succeeded", "charge.refunded"];
  for (const words of ["", "type=*", "type=charge.*"]) expect(await found(viewer, words)).toEqual(charges);
  for (const words of ["type=payout.paid", "object=ob_0&type=customer.*"]) {
    expect(await found(viewer, words)).toEqual([]);
  }
});
