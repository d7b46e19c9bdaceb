import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/viewer";
import { fundCash } from "#lib/cash/fund-cash";
import { cashReturnList } from "#lib/cash/list/cash-return-list";
import { returnCash } from "#lib/cash/return-cash";
import { createCustomer } from "#lib/customers/create-customer";
import { readingOf, readQuery } from "#lib/lists/list-source";
import { fromWords } from "#lib/lists/words";
import { aWorld, later, type World } from "#tests/support/world";

const queryOf = (viewer: Viewer, words: string) =>
  readQuery(cashReturnList, fromWords(words), readingOf(viewer)).query;
const list = (viewer: Viewer, words = "") =>
  cashReturnList.page(viewer, queryOf(viewer, words), { direction: "older", from: null, size: 25 });

let world: World;
beforeAll(async () => {
  world = await aWorld();
  const emails = ["jenny@example.com", "fill_never@example.com", "jenny@example.com"];
  for (const [n, email] of emails.entries()) {
    const viewer = later(world.viewer, n);
    const { id: customerId } = await createCustomer(viewer, { email });
    await fundCash(viewer, { customerId, amount: 1000, currency: "eur", reference: null });
    await returnCash(viewer, { customerId, amount: 100 + n, currency: "eur", reason: "duplicate" });
  }
});

describe("a list of what was sent back of cash balances", () => {
  test("says how much, whose, why and by whom, newest first", async () => {
    const { rows } = await list(world.viewer);
    expect(rows.map(({ amount }) => amount)).toEqual([102, 101, 100]);
    expect(rows[0]).toMatchObject({
      currency: "eur",
      status: "pending",
      reason: "duplicate",
      customer: { email: "jenny@example.com" },
      createdBy: { type: "person", name: "Amélie" },
    });
  });

  test("is narrowed by status and amount, put in order and added up", async () => {
    const amounts = async (words: string) =>
      (await list(world.viewer, words)).rows.map(({ amount }) => amount);
    expect(await amounts("status=requires_action")).toEqual([101]);
    expect(await amounts("status=pending&sort=oldest")).toEqual([100, 102]);
    expect(await amounts("sort=largest")).toEqual([102, 101, 100]);
    const sum = cashReturnList.sum(
      world.viewer,
      queryOf(world.viewer, "status=pending"),
      readingOf(world.viewer),
    );
    expect(await sum).toEqual([{ currency: "eur", count: 2, amount: 202 }]);
  });

  test("is empty for another account, and refused to whoever may not read customers", async () => {
    expect((await list((await aWorld()).viewer)).rows).toEqual([]);
    const blind = { ...world.viewer, permissions: new Set(["payments:read"] as const) };
    await expect(list(blind)).rejects.toMatchObject({ facts: { status: 403 } });
  });
});
