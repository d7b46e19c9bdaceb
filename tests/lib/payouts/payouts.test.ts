import { describe, expect, test } from "vitest";
import { reader } from "#db/transaction";
import { fundRefunds } from "#lib/refunds/fund-refunds";
import { createExternalAccount } from "#lib/external-accounts/create-external-account";
import { getExternalAccount } from "#lib/external-accounts/queries";
import { balanceOf } from "#lib/ledger/balances";
import { cancelPayout } from "#lib/payouts/cancel-payout";
import { createPayout } from "#lib/payouts/create-payout";
import { getPayout } from "#lib/payouts/queries";
import { resumePayouts } from "#lib/payouts/resume-payouts";
import { reversePayout } from "#lib/payouts/reverse-payout";
import { createTopup } from "#lib/topups/create-topup";
import { getTopup } from "#lib/topups/queries";
import { verifyAll } from "#lib/verify/verify-all";
import { aPayment, expectLedgerToBalance } from "#tests/support/money";
import {
  aBankAccount,
  aBusinessWithMoney,
  daysLater,
  held,
  money,
  movedTo,
  tuesday,
} from "#tests/support/payouts";
import { aWorld, type World } from "#tests/support/world";

const american = { country: "US", currency: "usd" } as const;

async function expectAllToAddUp({ viewer }: World): Promise<void> {
  await expectLedgerToBalance(viewer);
  expect((await verifyAll()).problems).toEqual([]);
}

describe("a payout", () => {
  test("leaves the balance at once, is with the bank after midnight, and arrives a business day later", async () => {
    const world = await aBusinessWithMoney();
    const before = await held(world.viewer, "available");
    const { id } = await createPayout(world.viewer, { amount: 40_000, currency: "eur" });
    expect(await getPayout(world.viewer, id)).toMatchObject({
      status: "pending",
      arrivalDate: Date.UTC(2031, 6, 3),
    });
    expect(await held(world.viewer, "available")).toBe(before - 40_000);
    expect(await held(world.viewer, "inTransit")).toBe(40_000);

    const morning = await movedTo(world, Date.UTC(2031, 6, 2, 1));
    expect(await getPayout(morning.viewer, id)).toMatchObject({ status: "in_transit" });
    const later = await movedTo(world, Date.UTC(2031, 6, 3, 1));
    expect(await getPayout(later.viewer, id)).toMatchObject({ status: "paid" });
    expect(await held(later.viewer, "inTransit")).toBe(0);
    expect(await held(later.viewer, "bank")).toBe(40_000);
    await expectAllToAddUp(later);
  });

  test("made on a Friday arrives on Tuesday", async () => {
    const world = await daysLater(await aBusinessWithMoney(), 3);
    const { arrivalDate } = await createPayout(world.viewer, { amount: 1_000, currency: "eur" });
    expect(new Date(arrivalDate).toISOString()).toBe("2031-07-08T00:00:00.000Z");
  });

  test("of more than is available is refused, and nothing moves", async () => {
    const world = await aBusinessWithMoney();
    const before = await held(world.viewer, "available");
    await aPayment(world.viewer, { amount: 50_000 });
    await expect(createPayout(world.viewer, { amount: before + 1, currency: "eur" })).rejects.toMatchObject({
      facts: { code: "balance_insufficient", param: "amount" },
    });
    expect(await held(world.viewer, "available")).toBe(before);
    await createPayout(world.viewer, { amount: before, currency: "eur" });
    expect(await held(world.viewer, "available")).toBe(0);
  });

  test("can be canceled until the bank has it, and its money comes back", async () => {
    const world = await aBusinessWithMoney();
    const before = await held(world.viewer, "available");
    const first = await createPayout(world.viewer, { amount: 40_000, currency: "eur" });
    const second = await createPayout(world.viewer, { amount: 1_000, currency: "eur" });
    expect(await cancelPayout(world.viewer, first.id)).toMatchObject({ status: "canceled" });
    expect(await held(world.viewer, "available")).toBe(before - 1_000);
    await expect(cancelPayout(world.viewer, first.id)).rejects.toThrow(
      "only be canceled while they are pending",
    );
    const later = await daysLater(world, 1);
    await expect(cancelPayout(later.viewer, second.id)).rejects.toThrow("this one is in_transit");
    await expectAllToAddUp(later);
  });

  test.each([
    ["000111111116", "no_account"],
    ["000222222227", "insufficient_funds"],
    ["000333333335", "debit_not_authorized"],
    ["000444444440", "invalid_currency"],
  ])(
    "to %s fails with %s, and nothing more is sent there until payouts are resumed",
    async (number, code) => {
      const world = await aBusinessWithMoney(american);
      const before = await held(world.viewer, "available");
      const bank = await aBankAccount(world.viewer, { number, byDefault: true });
      const payout = await createPayout(world.viewer, { amount: 5_000, currency: "usd" });
      const later = await daysLater(world, 3);
      expect(await getPayout(later.viewer, payout.id)).toMatchObject({ status: "failed", failureCode: code });
      expect(await held(later.viewer, "available")).toBe(before);
      expect(await getExternalAccount(later.viewer, bank.id)).toMatchObject({ status: "errored" });
      const again = () => createPayout(later.viewer, { amount: 5_000, currency: "usd" });
      await expect(again()).rejects.toMatchObject({ facts: { code: "payouts_not_allowed" } });
      await resumePayouts(later.viewer, bank.id);
      expect(await again()).toMatchObject({ status: "pending" });
      await expectAllToAddUp(later);
    },
  );

  test("to a closed account is paid, and fails within five business days", async () => {
    const world = await aBusinessWithMoney(american);
    const before = await held(world.viewer, "available");
    const { id: destinationId } = await aBankAccount(world.viewer, { number: "000111111113" });
    const { id } = await createPayout(world.viewer, { amount: 5_000, currency: "usd", destinationId });
    const paid = await daysLater(world, 3);
    expect(await getPayout(paid.viewer, id)).toMatchObject({ status: "paid" });
    const failed = await daysLater(paid, 6);
    expect(await getPayout(failed.viewer, id)).toMatchObject({
      status: "failed",
      failureCode: "account_closed",
    });
    expect(await held(failed.viewer, "available")).toBe(before);
    expect(await held(failed.viewer, "bank")).toBe(0);
    await expectAllToAddUp(failed);
  });

  test("that failed pays the refunds that waited for money", async () => {
    const world = await aBusinessWithMoney({ ...american, amount: 10_000 });
    await aBankAccount(world.viewer, { number: "000111111116", byDefault: true });
    const all = await held(world.viewer, "available");
    await createPayout(world.viewer, { amount: all, currency: "usd" });
    await fundRefunds(world.viewer);
    await expectAllToAddUp(await daysLater(world, 3));
  });
});

describe("an instant payout", () => {
  test("reaches pending money too, costs one percent, and arrives within the hour", async () => {
    const world = await aBusinessWithMoney({ amount: 10_000 });
    await aPayment(world.viewer, { amount: 50_000 });
    const ready = (await held(world.viewer, "available")) + (await held(world.viewer, "pending"));
    const fees = await held(world.viewer, "fees");
    const { id } = await createPayout(world.viewer, { amount: 40_000, currency: "eur", method: "instant" });
    const left = (await held(world.viewer, "available")) + (await held(world.viewer, "pending"));
    expect(left).toBe(ready - 40_400);
    expect(await held(world.viewer, "fees")).toBe(fees + 400);
    const later = await movedTo(world, tuesday + 3_600_000);
    expect(await getPayout(later.viewer, id)).toMatchObject({ status: "paid", arrivalDate: tuesday });
    await expectAllToAddUp(await daysLater(later, 10));
  });

  test("to a card that fails gives the fee back", async () => {
    const world = await aBusinessWithMoney(american);
    const before = [await held(world.viewer, "available"), await held(world.viewer, "fees")];
    const card = await createExternalAccount(world.viewer, { token: "tok_visa_debit_us_transferFail" });
    const { id } = await createPayout(world.viewer, {
      amount: 10_000,
      currency: "usd",
      method: "instant",
      destinationId: card.id,
    });
    const later = await daysLater(world, 1);
    expect(await getPayout(later.viewer, id)).toMatchObject({ failureCode: "could_not_process" });
    expect([await held(later.viewer, "available"), await held(later.viewer, "fees")]).toEqual(before);
    await expectAllToAddUp(later);
  });

  test("has its limits", async () => {
    const world = await aBusinessWithMoney({ amount: 5_000_000 });
    const instant = (amount: number) =>
      createPayout(world.viewer, { amount, currency: "eur", method: "instant" });
    await expect(instant(999_901)).rejects.toMatchObject({
      facts: { code: "instant_payouts_limit_exceeded", param: "amount" },
    });
    for (let made = 0; made < 10; made++) await instant(100);
    await expect(instant(100)).rejects.toMatchObject({ facts: { param: "method" } });
    const { id: destinationId } = await aBankAccount(world.viewer, { currency: "usd" });
    await money(world.viewer, 10_000, "usd");
    await expect(
      createPayout(world.viewer, { amount: 100, currency: "usd", method: "instant", destinationId }),
    ).rejects.toMatchObject({ facts: { code: "instant_payouts_unsupported" } });
  });
});

describe("a top-up", () => {
  test("is money from the bank, and may be taken back by it", async () => {
    const world = await aBusinessWithMoney({ ...american, amount: 0 });
    const sure = await createTopup(world.viewer, { amount: 2_000, currency: "usd" });
    const shaky = await createTopup(world.viewer, {
      amount: 700,
      currency: "usd",
      source: "btok_us_verified_dispute",
    });
    const none = await createTopup(world.viewer, {
      amount: 900,
      currency: "usd",
      source: "btok_us_verified_insufficientFunds",
    });
    expect(sure.status).toBe("pending");
    const soon = await movedTo(world, tuesday + 60_000);
    const statuses = async ({ viewer }: World) =>
      Promise.all([sure, shaky, none].map(async ({ id }) => (await getTopup(viewer, id)).status));
    expect(await statuses(soon)).toEqual(["succeeded", "succeeded", "failed"]);
    expect(await held(soon.viewer, "available")).toBe(2_700);
    await expectAllToAddUp(soon);
    const later = await daysLater(soon, 7);
    expect(await statuses(later)).toEqual(["succeeded", "reversed", "failed"]);
    expect(await held(later.viewer, "available")).toBe(2_000);
    expect(await held(later.viewer, "bank")).toBe(-2_000);
    await expectAllToAddUp(later);
  });
});

test("a payment is settled in its own currency where there is a bank account for that", async () => {
  const world = await aBusinessWithMoney({ amount: 0 });
  await aBankAccount(world.viewer, { currency: "usd" });
  await money(world.viewer, 10_000, "usd");
  await money(world.viewer, 10_000, "gbp");
  const handle = await reader(world.viewer);
  const held = async (currency: string) => balanceOf(handle, "merchant.available", currency);
  expect(await held("usd")).toBeGreaterThan(9_000);
  expect(await held("gbp")).toBe(0);
  expect(await held("eur")).toBeGreaterThan(10_000);
});

describe("who may not", () => {
  test("pay out, cancel or reverse is refused, and another's payout is not found", async () => {
    const world = await aBusinessWithMoney();
    const { id } = await createPayout(world.viewer, { amount: 1_000, currency: "eur" });
    const looker = world.viewerWith(["view_only"]);
    expect(() => createPayout(looker, { amount: 1_000, currency: "eur" })).toThrow("payouts:write");
    expect(() => cancelPayout(looker, id)).toThrow("payouts:write");
    expect(() => reversePayout(looker, id, undefined)).toThrow("payouts:write");
    const other = await aWorld();
    await expect(getPayout(other.viewer, id)).rejects.toThrow("No such payout");
    await expect(cancelPayout(other.viewer, id)).rejects.toThrow("No such payout");
    const { id: foreign } = await aBankAccount(other.viewer, { country: "FR" });
    await expect(
      createPayout(world.viewer, { amount: 1_000, currency: "eur", destinationId: foreign }),
    ).rejects.toThrow("No such external account");
  });
});
