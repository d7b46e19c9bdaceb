import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { isDomainError } from "#lib/errors";
import { day } from "#lib/clock";
import { ledgerAccounts } from "#lib/ledger/accounts";
import { balanceOf } from "#lib/ledger/balances";
import { getBalance } from "#lib/ledger/get-balance";
import { releasePending } from "#lib/ledger/release-pending";
import { cancelPayment } from "#lib/payments/cancel-payment";
import { capturePayment } from "#lib/payments/capture-payment";
import { incrementAuthorization } from "#lib/payments/increment-authorization";
import { findPayment } from "#lib/payments/find-payment";
import { fundRefunds } from "#lib/refunds/fund-refunds";
import { refundPayment } from "#lib/refunds/refund-payment";
import { refundsOfPayment } from "#lib/refunds/queries";
import { aPayment, expectLedgerToBalance } from "#tests/support/money";
import { moneyRuns } from "#tests/support/money-runs";
import { aWorld, later, type World } from "#tests/support/world";

const { numRuns, timeout } = moneyRuns(40);

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const currency = fc.constantFrom("eur", "usd", "jpy", "kwd", "gbp");
const part = fc.integer({ min: 1, max: 100 });
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("pay" as const),
      currency,
      amount: fc.integer({ min: 100, max: 90_000 }),
      hold: fc.boolean(),
      card: fc.constantFrom("pm_card_visa", "pm_card_amex", "pm_card_credit_disableEnterpriseCardFeatures"),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("refund" as const), which: fc.nat(20), part }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("capture" as const),
      which: fc.nat(20),
      part: fc.integer({ min: 0, max: 120 }),
      then: fc.constantFrom("done" as const, "more_to_come" as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("increment" as const),
      which: fc.nat(20),
      part: fc.integer({ min: 90, max: 700 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cancel" as const), which: fc.nat(20) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 9 }) }),
  },
);
const everyFeature = Object.fromEntries(
  ["incremental_authorization", "multicapture", "overcapture"].map((name) => [
    `request_${name}`,
    "if_available",
  ]),
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

describe("whatever happens to payments", () => {
  test(
    "no money is lost, doubled or made, and the merchant never owes for a refund",
    { timeout },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
          const business = { viewer: world.viewer, payments: [] as string[] };
          for (const each of steps) await attemptStep(business, each);
          await expectLedgerToBalance(business.viewer);
          await expectNothingOwedButFees(business.viewer);
          for (const id of business.payments) await expectWithinWhatWasPaid(business.viewer, id);
        }),
        { numRuns },
      );
    },
  );
});

/** What the rules refuse is refused; anything but a named refusal fails the test. */
async function attemptStep(business: { viewer: Viewer; payments: string[] }, each: Step): Promise<void> {
  try {
    await takeStep(business, each);
  } catch (error) {
    if (!isDomainError(error)) throw error;
  }
}

async function takeStep(business: { viewer: Viewer; payments: string[] }, each: Step): Promise<void> {
  const { viewer, payments } = business;
  switch (each.do) {
    case "pay": {
      // Three-decimal currencies are charged in tens of their smallest unit.
      const amount = each.currency === "kwd" ? each.amount * 10 : each.amount;
      const captureMethod = each.hold ? "manual" : "automatic";
      const payment = await aPayment(viewer, {
        ...{ amount, currency: each.currency, captureMethod, paymentMethodId: each.card },
        paymentMethodOptions: { card: everyFeature },
      });
      payments.push(payment.id);
      return;
    }
    case "wait":
      business.viewer = later(viewer, each.days * day);
      await releasePending(business.viewer);
      return fundRefunds(business.viewer);
    default:
      return change(viewer, payments[each.which % Math.max(payments.length, 1)], each);
  }
}

async function change(
  viewer: Viewer,
  paymentId: string | undefined,
  each: Exclude<Step, { do: "pay" | "wait" }>,
) {
  if (paymentId === undefined) return;
  const payment = await findPayment(await reader(viewer), paymentId);
  const share = "part" in each ? Math.floor((payment.amount * each.part) / 100) : 0;
  if (each.do === "refund") await refundPayment(viewer, { paymentId, amount: Math.max(1, share) });
  if (each.do === "capture") await capturePayment(viewer, { paymentId, amount: share, then: each.then });
  if (each.do === "increment") await incrementAuthorization(viewer, { paymentId, amount: share });
  if (each.do === "cancel") await cancelPayment(viewer, { paymentId, reason: null });
}

/**
 * For fees the balance may go below zero, for a refund itself never: those of a refunded payment stay, and those of a
 * capture of a few cents are more than it brings.
 */
async function expectNothingOwedButFees(viewer: Viewer): Promise<void> {
  const handle = await reader(viewer);
  const { available, pending } = await getBalance(viewer);
  for (const { amount, currency } of [...pending, ...available]) {
    expect(amount + (await balanceOf(handle, ledgerAccounts.fees, currency))).toBeGreaterThanOrEqual(0);
  }
}

async function expectWithinWhatWasPaid(viewer: Viewer, paymentId: string): Promise<void> {
  const payment = await findPayment(await reader(viewer), paymentId);
  const refunds = await refundsOfPayment(viewer, paymentId);
  const returned = refunds.filter((refund) => refund.status !== "failed" && refund.status !== "canceled");
  const sum = returned.reduce((total, refund) => total + refund.amount, 0);
  expect(sum).toBe(payment.amountRefunded);
  expect(sum).toBeLessThanOrEqual(payment.amountReceived);
  expect(payment.amountReceived).toBeLessThanOrEqual(payment.amount);
  const held = payment.status === "requires_capture" ? payment.amount - payment.amountReceived : 0;
  expect(payment.amountCapturable).toBe(held);
}
