import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/viewer";
import type { Key } from "#lib/lists/key";
import { readingOf, readQuery, writeQuery } from "#lib/lists/list-source";
import { fromWords } from "#lib/lists/words";
import { createPayment } from "#lib/payments/create-payment";
import { refundList } from "#lib/refunds/list/refund-list";
import { refundOrRelease } from "#lib/refunds/refund-or-release";
import { refundPayment } from "#lib/refunds/refund-payment";
import { standingOf } from "#lib/refunds/standing";
import { aPayment } from "#tests/support/money";
import { aWorld, later, type World } from "#tests/support/world";

const newest = { direction: "older", from: null, size: 25 } as const;
const list = (viewer: Viewer, words: string, page: Parameters<typeof refundList.page>[2] = newest) =>
  refundList.page(viewer, readQuery(refundList, fromWords(words), readingOf(viewer)).query, page);

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

describe("a list of refunds", () => {
  test("says how much, why, by whom, and of which payment", async () => {
    const payment = await aPayment(world.viewer, { receiptEmail: "guest@example.com" });
    await refundPayment(world.viewer, { paymentId: payment.id, amount: 1200, reason: "duplicate" });
    const { rows } = await list(world.viewer, "");
    expect(rows).toMatchObject([
      {
        amount: 1200,
        currency: "eur",
        reason: "duplicate",
        createdBy: { type: "person", name: "Amélie" },
        payment: {
          id: payment.id,
          customer: null,
          receiptEmail: "guest@example.com",
          method: { type: "card", brand: "visa", last4: "4242" },
        },
      },
    ]);
  });

  test("keeps customers from those who may not see them", async () => {
    const permissions = new Set(world.viewer.permissions);
    permissions.delete("customers:read");
    const { rows } = await list({ ...world.viewer, permissions }, "");
    expect(rows.map(({ payment }) => payment.receiptEmail)).toEqual([null]);
  });

  test("walks page by page, by status and by day, and stays within its tenant", async () => {
    const { viewer } = await aWorld();
    const made: string[] = [];
    for (let n = 0; n < 5; n++) {
      const payment = await aPayment(later(viewer, n), { paymentMethodId: "pm_card_bypassPending" });
      const refund = await refundPayment(later(viewer, n), { paymentId: payment.id, amount: 100 + n });
      made.unshift(refund.id);
    }
    const found: string[] = [];
    let from: Key | null = null;
    do {
      const page = await list(viewer, "status=succeeded&status=pending", {
        direction: "older",
        from,
        size: 2,
      });
      found.push(...page.rows.map(({ id }) => id));
      from = page.older;
    } while (from);
    expect(found).toEqual(made);

    const reversed = await list(viewer, "status=succeeded&status=pending&sort=oldest");
    expect(reversed.rows.map(({ id }) => id)).toEqual(made.toReversed());
    expect((await list(viewer, "from=2999-01-01")).rows).toEqual([]);
    expect((await list(viewer, "status=failed")).rows).toEqual([]);
  });
});

test("a refund that let a hold go says so, and adds nothing to what was given back", async () => {
  const { viewer } = await aWorld();
  const paid = await aPayment(viewer, { paymentMethodId: "pm_card_bypassPending" });
  await refundPayment(viewer, { paymentId: paid.id, amount: 700 });
  const held = await createPayment(
    viewer,
    { amount: 1200, currency: "eur", captureMethod: "manual" },
    { paymentMethodId: "pm_card_visa" },
    { standalone: true },
  );
  await refundOrRelease(viewer, { paymentId: held.id });
  const { rows } = await list(viewer, "");
  expect(rows.map((refund) => [refund.amount, standingOf(refund)])).toEqual([
    [1200, "released"],
    [700, "succeeded"],
  ]);
  const { query } = readQuery(refundList, {}, readingOf(viewer));
  expect(await refundList.sum(viewer, query, readingOf(viewer))).toEqual([
    { currency: "eur", count: 2, amount: 700 },
  ]);
});

test("a refund that waits for the balance is told apart from one that the bank is at work on", () => {
  const waits = { status: "pending", balanceTransactionId: null } as const;
  expect(standingOf({ ...waits, pendingReason: "insufficient_funds" })).toBe("waiting");
  expect(standingOf({ ...waits, pendingReason: "processing" })).toBe("pending");
});

test("the address of the list is understood, and written the same way again", () => {
  const { query, problems } = readQuery(
    refundList,
    { status: ["pending", "lost"], date: "7_days", to: "" },
    readingOf(world.viewer),
  );
  expect(problems).toEqual([{ param: "status", value: "lost", reason: "unknown" }]);
  expect(writeQuery(refundList, query).toString()).toBe("status=pending&date=7_days");
});
