import { beforeAll, describe, expect, test } from "vitest";
import { day } from "#lib/clock";
import { acceptDispute } from "#lib/disputes/accept-dispute";
import { disputesToAnswer } from "#lib/disputes/disputes-to-answer";
import { disputeList } from "#lib/disputes/list/dispute-list";
import { readingOf, readQuery } from "#lib/lists/list-source";
import { fromWords } from "#lib/lists/words";
import { aPayment } from "#tests/support/money";
import { aWorld, later, type World } from "#tests/support/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  for (const [days, card] of [
    [3, "createDispute"],
    [1, "createDisputeInquiry"],
    [2, "createDisputeProductNotReceived"],
  ] as const) {
    await aPayment(later(world.viewer, days * day), { paymentMethodId: `pm_card_${card}` });
  }
});

const first = { direction: "older", from: null, size: 10 } as const;
const queryOf = (words: string) => readQuery(disputeList, fromWords(words), readingOf(world.viewer)).query;
const list = (words: string) => disputeList.page(world.viewer, queryOf(words), first);
const reasons = (rows: { reason: string; status: string }[]) => rows.map((row) => [row.reason, row.status]);

describe("the list of disputes", () => {
  test("is newest first, and narrowed by status", async () => {
    const { rows } = await list("");
    expect(reasons(rows)).toEqual([
      ["fraudulent", "needs_response"],
      ["product_not_received", "needs_response"],
      ["fraudulent", "warning_needs_response"],
    ]);
    const inquiries = await list("status=warning_needs_response");
    expect(inquiries.rows).toMatchObject([{ amount: 5000, payment: { method: { type: "card" } } }]);
  });

  test("has what waits for an answer by its deadline", async () => {
    const waiting = await disputesToAnswer(world.viewer, 10);
    expect(reasons(waiting)).toEqual([
      ["fraudulent", "warning_needs_response"],
      ["product_not_received", "needs_response"],
      ["fraudulent", "needs_response"],
    ]);
    expect(await disputesToAnswer(world.viewer, 1)).toHaveLength(1);
    for (const words of ["sort=due_first", "sort=due_first&network=visa"]) {
      expect(reasons((await list(words)).rows)).toEqual(reasons(waiting));
    }
    expect(reasons((await list("sort=due_last")).rows)).toEqual(reasons(waiting).reverse());
    const only = await list("sort=due_first&status=needs_response&reason=fraudulent");
    expect(reasons(only.rows)).toEqual([["fraudulent", "needs_response"]]);
    for (const states of ["status=lost", "status=lost&status=needs_response"]) {
      expect(queryOf(`${states}&sort=due_first`)).toEqual(queryOf(states));
    }
    const ids = waiting.map(({ id }) => id);
    const page = await disputeList.page(world.viewer, queryOf("sort=due_first"), { ...first, size: 2 });
    const next = { ...first, from: page.older };
    const rest = await disputeList.page(world.viewer, queryOf("sort=due_first"), next);
    expect([...page.rows, ...rest.rows].map(({ id }) => id)).toEqual(ids);
    const closed = waiting[1];
    await acceptDispute(world.viewer, closed?.id ?? "");
    expect((await disputesToAnswer(world.viewer, 10)).map(({ id }) => id)).not.toContain(closed?.id);
    expect((await list("answered=yes")).rows.map(({ id }) => id)).toEqual([closed?.id]);
    expect((await list("answered=no")).rows.map(({ id }) => id)).toEqual([ids[2], ids[0]]);
  });

  test("is for those who may see disputes, and hides whose they are from those who may not see customers", async () => {
    await expect(disputesToAnswer(world.viewerWith(["iam_admin"]), 1)).rejects.toMatchObject({
      facts: { status: 403 },
    });
    const [row] = await disputesToAnswer(world.viewerWith(["transfer_analyst"]), 1);
    expect(row?.payment).toMatchObject({ customer: null, receiptEmail: null });
  });
});
