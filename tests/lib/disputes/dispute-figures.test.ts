import { beforeAll, describe, expect, test } from "vitest";
import { reader } from "#db/transaction";
import { acceptDispute } from "#lib/disputes/accept-dispute";
import { decideDispute } from "#lib/disputes/decide-dispute";
import { dimensions, disputeFigures, winRate } from "#lib/disputes/dispute-figures";
import { disputesOf } from "#lib/disputes/find-dispute";
import { disputeList } from "#lib/disputes/list/dispute-list";
import { updateDispute } from "#lib/disputes/update-dispute";
import { readingOf, readQuery } from "#lib/lists/list-source";
import { fromWords } from "#lib/lists/words";
import { aPayment } from "#tests/support/money";
import { aWorld, type World } from "#tests/support/world";
import { listBehind } from "../../../app/[environment]/transactions/disputes/figures/list-behind";

let world: World;

async function aDispute(card: string): Promise<string> {
  const payment = await aPayment(world.viewer, { paymentMethodId: `pm_card_${card}` });
  const [dispute] = await disputesOf(await reader(world.viewer), String(payment.latestChargeId));
  return String(dispute?.id);
}

async function listed(words: string) {
  const { query } = readQuery(disputeList, fromWords(words), readingOf(world.viewer));
  const page = { direction: "older", from: null, size: 10 } as const;
  return (await disputeList.page(world.viewer, query, page)).rows;
}

beforeAll(async () => {
  world = await aWorld();
  await aPayment(world.viewer);
  await acceptDispute(world.viewer, await aDispute("createDispute"));
  const won = await aDispute("createDisputeProductNotReceived");
  await updateDispute(world.viewer, won, { evidence: { uncategorized_text: "It arrived." }, submit: true });
  const decision = { at: world.viewer.now(), outcome: "won" } as const;
  await decideDispute(world.viewer, { disputeId: won, decision });
  await aDispute("createDispute");
  await aDispute("createDisputeInquiry");
});

describe("the figures of disputes", () => {
  test("count disputes without inquiries, of all payments, and how they went", async () => {
    const figures = await disputeFigures(world.viewer, "today");
    expect(figures).toMatchObject({ disputes: 3, inquiries: 1, payments: 5, won: 1, lost: 1, more: false });
    expect(winRate(figures)).toBe(0.5);
    expect(winRate({ won: 0, lost: 0 })).toBeNull();
    expect(figures.by.reason).toMatchObject([
      { value: "fraudulent", disputes: 2, won: 0, lost: 1 },
      { value: "product_not_received", disputes: 1, won: 1, lost: 0 },
    ]);
    expect(figures.by.network).toMatchObject([{ value: "visa", disputes: 3 }]);
    expect(figures.by.country).toMatchObject([{ value: "US", disputes: 3 }]);
    expect(figures.by.product).toMatchObject([{ value: null, disputes: 3 }]);
    expect(figures.by.agent).toEqual([
      { value: world.viewer.actor.id, name: "Amélie", disputes: 2, won: 1, lost: 1 },
      { value: null, name: null, disputes: 1, won: 0, lost: 0 },
    ]);
  });

  test.each([
    ["country=US", 4],
    ["country=FR", 0],
    ["country=none", 0],
    ["agent=none", 2],
    ["product=none", 4],
    ["product=booking", 0],
    ["answered=yes", 2],
    ["ended=bank", 1],
    ["ended=acceptance&status=lost", 1],
    ["ended=deadline", 0],
  ])("have a list behind them: %s", async (words, count) => {
    expect(await listed(words)).toHaveLength(count);
  });

  test.each(dimensions)("by %s add up to all of them, and lead to as many", async (dimension) => {
    const figures = await disputeFigures(world.viewer, "today");
    const rows = figures.by[dimension];
    for (const of of ["disputes", "won", "lost"] as const) {
      expect(rows.reduce((sum, row) => sum + row[of], 0)).toBe(figures[of]);
      for (const row of rows) {
        const figure = { period: "today", dimension, value: row.value } as const;
        const behind = listBehind(world.viewer, of === "disputes" ? figure : { ...figure, of });
        expect(await listed(String(behind?.split("?")[1]))).toHaveLength(row[of]);
      }
    }
  });

  test("have a list of what each agent answered", async () => {
    expect(await listed(`agent=${world.viewer.actor.id}&status=won`)).toHaveLength(1);
  });

  test("are of one tenant, one period, and for who may see disputes", async () => {
    expect(await disputeFigures(world.viewer, "last_month")).toMatchObject({ disputes: 0, payments: 0 });
    expect(await disputeFigures((await aWorld()).viewer, "today")).toMatchObject({
      disputes: 0,
      payments: 0,
    });
    await expect(disputeFigures(world.viewerWith(["iam_admin"]), "today")).rejects.toMatchObject({
      facts: { status: 403 },
    });
  });
});
