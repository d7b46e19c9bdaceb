import { describe, expect, test } from "vitest";
import { createPayout } from "#lib/payouts/create-payout";
import { getPayout } from "#lib/payouts/queries";
import { reversePayout } from "#lib/payouts/reverse-payout";
import { settlePayout } from "#lib/payouts/settle-payout";
import { verifyAll } from "#lib/verify/verify-all";
import { expectLedgerToBalance } from "#tests/support/money";
import { aBankAccount, aBusinessWithMoney, daysLater, held } from "#tests/support/payouts";
import type { World } from "#tests/support/world";

const american = { country: "US", currency: "usd" } as const;

async function expectAllToAddUp({ viewer }: World): Promise<void> {
  await expectLedgerToBalance(viewer);
  expect((await verifyAll()).problems).toEqual([]);
}

describe("a reversal", () => {
  test("takes a paid payout back; its money is there when it has arrived", async () => {
    const world = await paidPayout();
    const before = await held(world.viewer, "available");
    const reversal = await reversePayout(world.viewer, payoutId, { why: "twice" });
    expect(reversal).toMatchObject({
      amount: -5_000,
      originalPayoutId: payoutId,
      metadata: { why: "twice" },
    });
    expect(await getPayout(world.viewer, payoutId)).toMatchObject({ reversedById: reversal.id });
    expect(await held(world.viewer, "available")).toBe(before);
    expect(await held(world.viewer, "pending")).toBe(5_000);
    await expect(reversePayout(world.viewer, payoutId, undefined)).rejects.toThrow("reversed before");
    const later = await daysLater(world, 4);
    expect(await getPayout(later.viewer, reversal.id)).toMatchObject({ status: "paid" });
    expect(await held(later.viewer, "available")).toBe(before + 5_000);
    expect(await held(later.viewer, "bank")).toBe(0);
    await expectAllToAddUp(later);
  });

  test("brings the money back once, whatever the bank says of the first payout later", async () => {
    const world = await paidPayout();
    const before = await held(world.viewer, "available");
    await reversePayout(world.viewer, payoutId, undefined);
    await settlePayout(world.viewer, { payoutId, failure: "account_closed" });
    expect(await getPayout(world.viewer, payoutId)).toMatchObject({ status: "paid", failureCode: null });
    const later = await daysLater(world, 4);
    expect(await held(later.viewer, "available")).toBe(before + 5_000);
    expect(await held(later.viewer, "bank")).toBe(0);
    await expectAllToAddUp(later);
  });

  test("that comes to nothing leaves the first payout to come back as its bank said", async () => {
    const world = await aBusinessWithMoney(american);
    const before = await held(world.viewer, "available");
    const { id: destinationId } = await aBankAccount(world.viewer, { number: "000111111113" });
    const { id } = await createPayout(world.viewer, { amount: 5_000, currency: "usd", destinationId });
    const paid = await daysLater(world, 3);
    const reversal = await reversePayout(paid.viewer, id, undefined);
    const later = await daysLater(paid, 21);
    expect(await getPayout(later.viewer, reversal.id)).toMatchObject({ status: "failed" });
    expect(await getPayout(later.viewer, id)).toMatchObject({ failureCode: "account_closed" });
    expect(await held(later.viewer, "available")).toBe(before);
    expect(await held(later.viewer, "bank")).toBe(0);
    await expectAllToAddUp(later);
  });

  test("is for banks in the United States and Canada", async () => {
    const world = await aBusinessWithMoney();
    const { id } = await createPayout(world.viewer, { amount: 5_000, currency: "eur" });
    await expect(reversePayout(world.viewer, id, undefined)).rejects.toThrow("once they are paid");
    const later = await daysLater(world, 3);
    await expect(reversePayout(later.viewer, id, undefined)).rejects.toThrow("United States and Canada");
  });

  let payoutId: string;
  async function paidPayout(): Promise<World> {
    const world = await aBusinessWithMoney(american);
    ({ id: payoutId } = await createPayout(world.viewer, { amount: 5_000, currency: "usd" }));
    return daysLater(world, 3);
  }
});
