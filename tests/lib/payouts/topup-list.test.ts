import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/viewer";
import { readingOf, readQuery } from "#lib/lists/list-source";
import { fromWords } from "#lib/lists/words";
import { cancelTopup } from "#lib/topups/cancel-topup";
import { createTopup } from "#lib/topups/create-topup";
import { topupList } from "#lib/topups/topup-list";
import { aWorld, later, type World } from "#tests/support/world";

const queryOf = (viewer: Viewer, words: string) =>
  readQuery(topupList, fromWords(words), readingOf(viewer)).query;

async function amounts(viewer: Viewer, words = ""): Promise<number[]> {
  const request = { direction: "older", from: null, size: 25 } as const;
  const { rows } = await topupList.page(viewer, queryOf(viewer, words), request);
  return rows.map(({ amount }) => amount);
}

let world: World;
beforeAll(async () => {
  world = await aWorld();
  for (const [n, currency] of (["eur", "usd", "eur"] as const).entries()) {
    const { id } = await createTopup(later(world.viewer, n), {
      amount: 1000 + n,
      currency,
      way: "transfer",
    });
    if (n === 2) await cancelTopup(later(world.viewer, n), id);
  }
});

test("top-ups are narrowed, put in order and added up by currency", async () => {
  const { viewer } = world;
  expect(await amounts(viewer)).toEqual([1002, 1001, 1000]);
  expect(await amounts(viewer, "status=canceled")).toEqual([1002]);
  expect(await amounts(viewer, "currency=eur&sort=oldest")).toEqual([1000, 1002]);
  expect(await amounts(viewer, "amount_from=10.01&currency=usd")).toEqual([1001]);
  const sum = await topupList.sum(viewer, queryOf(viewer, "status=pending"), readingOf(viewer));
  expect(sum).toEqual(
    expect.arrayContaining([
      { currency: "eur", count: 1, amount: 1000 },
      { currency: "usd", count: 1, amount: 1001 },
    ]),
  );
});

test("they are nobody else's, and refused to whoever may not see payouts", async () => {
  expect(await amounts((await aWorld()).viewer)).toEqual([]);
  await expect(amounts(world.viewerWith(["support_associate"]))).rejects.toMatchObject({
    facts: { status: 403 },
  });
});
