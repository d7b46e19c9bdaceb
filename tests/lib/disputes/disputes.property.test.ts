import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { acceptDispute } from "#lib/disputes/accept-dispute";
import { disputesOf, movementsOf } from "#lib/disputes/find-dispute";
import { isHeld } from "#lib/disputes/status";
import { updateDispute } from "#lib/disputes/update-dispute";
import type { DisputeRow } from "#lib/disputes/wire";
import { isDomainError } from "#lib/errors";
import { runDueJobs } from "#lib/jobs/run-due";
import { convert } from "#lib/ledger/exchange-rates";
import { findCharge } from "#lib/payments/find-payment";
import { refundPayment } from "#lib/refunds/refund-payment";
import { verifyAll } from "#lib/verify/verify-all";
import { aPayment, expectLedgerToBalance } from "#tests/support/money";
import { moneyRuns } from "#tests/support/money-runs";
import { aWorld, later } from "#tests/support/world";

const { numRuns, timeout } = moneyRuns(20);

const card = fc.constantFrom(
  "createDispute",
  "createDisputeInquiry",
  "createMultipleDisputes",
  "createDisputeProductNotReceived",
);
const text = fc.constantFrom(
  "winning_evidence",
  "losing_evidence",
  "escalate_inquiry_evidence",
  "A parcel was delivered.",
);
const which = fc.nat(20);
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("pay" as const),
      card,
      currency: fc.constantFrom("eur", "usd", "jpy"),
      amount: fc.integer({ min: 100, max: 90_000 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("answer" as const), which, text }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("accept" as const), which }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("refund" as const),
      which,
      part: fc.integer({ min: 1, max: 100 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("wait" as const), days: fc.constantFrom(0, 4, 9, 121) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

describe("whatever happens to disputes", () => {
  test("the ledger balances, and each costs what it is documented to", { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const { viewer } = await aWorld();
        const business = { viewer, charges: [] as string[] };
        for (const each of steps) await attemptStep(business, each);
        await expectLedgerToBalance(business.viewer);
        for (const id of business.charges) await expectDocumentedCost(business.viewer, id);
      }),
      { numRuns },
    );
    expect((await verifyAll()).problems).toEqual([]);
  });
});

interface Business {
  viewer: Viewer;
  charges: string[];
}

/** What the rules refuse is refused; anything but a named refusal fails the test. */
async function attemptStep(business: Business, each: Step): Promise<void> {
  try {
    await takeStep(business, each);
  } catch (error) {
    if (!isDomainError(error)) throw error;
  }
}

async function takeStep(business: Business, each: Step): Promise<void> {
  const { viewer, charges } = business;
  if (each.do === "pay") {
    const { amount, currency } = each;
    const payment = await aPayment(viewer, { amount, currency, paymentMethodId: `pm_card_${each.card}` });
    charges.push(String(payment.latestChargeId));
    return;
  }
  if (each.do === "wait") {
    business.viewer = later(viewer, each.days * day + 5000);
    await runDueJobs(viewer.environment, business.viewer.now());
    return;
  }
  const chargeId = charges[each.which % Math.max(charges.length, 1)];
  if (chargeId === undefined) return;
  const handle = await reader(viewer);
  if (each.do === "refund") {
    const { amount } = await findCharge(handle, chargeId);
    await refundPayment(viewer, { chargeId, amount: Math.max(1, Math.floor((amount * each.part) / 100)) });
    return;
  }
  const disputes = await disputesOf(handle, chargeId);
  const dispute = disputes[each.which % disputes.length];
  if (!dispute) return;
  if (each.do === "accept") await acceptDispute(viewer, dispute.id);
  else await updateDispute(viewer, dispute.id, { evidence: { uncategorized_text: each.text } });
}

/** Amount and fee when it is opened, the amount back when it is won; an inquiry costs nothing. */
async function expectDocumentedCost(viewer: Viewer, chargeId: string): Promise<void> {
  const handle = await reader(viewer);
  const disputes = await disputesOf(handle, chargeId);
  const movements = await movementsOf(handle, disputes);
  for (const dispute of disputes) {
    const net = movements(dispute).reduce((sum, moved) => sum + moved.net, 0);
    expect({ status: dispute.status, within: Math.abs(net - documented(dispute)) <= 1 }).toEqual({
      status: dispute.status,
      within: true,
    });
  }
  const charge = await findCharge(handle, chargeId);
  const taken = disputes
    .filter(({ status }) => status === "lost" || isHeld(status))
    .reduce((sum, { amount }) => sum + amount, 0);
  expect(taken + charge.amountRefunded).toBeLessThanOrEqual(charge.amountCaptured);
}

/** Within the rounding of a conversion. */
function documented({ status, amount, currency }: DisputeRow): number {
  if (status.startsWith("warning_")) return 0;
  return (status === "won" ? 0 : -convert(amount, currency, "eur").amount) - 2000;
}
