import fc from "fast-check";
import { expect, test } from "vitest";
import { updateBalanceSettings } from "#lib/balance-settings/update-balance-settings";
import { isDomainError } from "#lib/errors";
import { createExternalAccount } from "#lib/external-accounts/create-external-account";
import { listExternalAccounts } from "#lib/external-accounts/queries";
import { cancelPayout } from "#lib/payouts/cancel-payout";
import { createPayout } from "#lib/payouts/create-payout";
import { listPayouts } from "#lib/payouts/queries";
import { resumePayouts } from "#lib/payouts/resume-payouts";
import { reversePayout } from "#lib/payouts/reverse-payout";
import { createTopup } from "#lib/topups/create-topup";
import { refundPayment } from "#lib/refunds/refund-payment";
import { verifyAll } from "#lib/verify/verify-all";
import { aPayment, expectLedgerToBalance } from "#tests/support/money";
import { moneyRuns } from "#tests/support/money-runs";
import { aBankAccount, aBusinessWithMoney, daysLater, held, money } from "#tests/support/payouts";
import type { World } from "#tests/support/world";

const amount = fc.integer({ min: 100, max: 60_000 });
const nth = fc.nat(9);
const step = fc.oneof(
  fc.record({
    do: fc.constantFrom("pay", "pay_at_once", "pay_out", "instant", "top_up", "shaky_top_up"),
    amount,
  }),
  fc.record({ do: fc.constantFrom("refund", "cancel", "reverse", "bad_bank"), nth }),
  fc.record({ do: fc.constant("wait"), nth: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ do: fc.constantFrom("good_bank", "resume", "minimum", "by_hand", "daily") }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const { numRuns, timeout } = moneyRuns(12);

test(
  "whatever happens, no money is lost, doubled or made, and every payout reconciles",
  { timeout },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const world = await aBusinessWithMoney({
          country: "US",
          currency: "usd",
          automatic: "daily",
          amount: 0,
        });
        const business: Business = { world, payments: [] };
        for (const each of steps) await attempt(business, each);
        business.world = await daysLater(business.world, 15);
        await expectLedgerToBalance(business.world.viewer);
        expect(await held(business.world.viewer, "inTransit")).toBe(0);
      }),
      { numRuns },
    );
    expect((await verifyAll()).problems).toEqual([]);
  },
);

interface Business {
  world: World;
  payments: string[];
}

/** What the rules refuse is refused; anything but a named refusal fails the test. */
async function attempt(business: Business, each: Step): Promise<void> {
  try {
    await take(business, each);
  } catch (error) {
    if (!isDomainError(error)) throw error;
  }
}

async function take(business: Business, each: Step): Promise<unknown> {
  const { viewer } = business.world;
  const sum = "amount" in each ? each.amount : 0;
  const which = "nth" in each ? each.nth : 0;
  switch (each.do) {
    case "pay":
      return business.payments.push((await aPayment(viewer, { amount: sum, currency: "usd" })).id);
    case "pay_at_once":
      return money(viewer, sum);
    case "pay_out":
      return createPayout(viewer, { amount: sum, currency: "usd" });
    case "instant": {
      const [card] = await instantCards(business.world);
      return createPayout(viewer, { amount: sum, currency: "usd", method: "instant", destinationId: card });
    }
    case "top_up":
      return createTopup(viewer, { amount: sum, currency: "usd" });
    case "shaky_top_up":
      return createTopup(viewer, { amount: sum, currency: "usd", source: "btok_us_verified_dispute" });
    case "refund":
      return refundPayment(viewer, { paymentId: business.payments[which] ?? "pi_none" });
    case "cancel":
      return cancelPayout(viewer, await nthPayout(business.world, which));
    case "reverse":
      return reversePayout(viewer, await nthPayout(business.world, which), undefined);
    case "wait":
      return (business.world = await daysLater(business.world, which));
    case "bad_bank":
      return aBankAccount(viewer, { number: which % 2 ? "000111111113" : "000111111116", byDefault: true });
    case "good_bank":
      return aBankAccount(viewer, { byDefault: true });
    case "resume":
      return resumeAll(business.world);
    case "minimum":
      return updateBalanceSettings(viewer, { minimumBalances: { usd: 7_000 } });
    case "by_hand":
      return updateBalanceSettings(viewer, { interval: "manual" });
    case "daily":
      return updateBalanceSettings(viewer, { interval: "daily" });
  }
}

async function nthPayout({ viewer }: World, nth: number): Promise<string> {
  return (await listPayouts(viewer, { limit: 10 })).rows[nth]?.id ?? "po_none";
}

async function resumeAll({ viewer }: World): Promise<void> {
  const { rows } = await listExternalAccounts(viewer, { limit: 100 });
  for (const { id } of rows) await resumePayouts(viewer, id);
}

async function instantCards({ viewer }: World): Promise<string[]> {
  const token = "tok_visa_debit_us_transferSuccess";
  return [(await createExternalAccount(viewer, { token })).id];
}
