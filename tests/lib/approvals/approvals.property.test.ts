import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { dialect } from "#db/dialect";
import { reader } from "#db/transaction";
import { decideApproval } from "#lib/approvals/decide-approval";
import { listApprovals } from "#lib/approvals/queries";
import { refundOrAsk } from "#lib/approvals/refund-or-ask";
import { withdrawApproval } from "#lib/approvals/withdraw-approval";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { disputesOf, movementsOf } from "#lib/disputes/find-dispute";
import { updateDispute } from "#lib/disputes/update-dispute";
import { isDomainError } from "#lib/errors";
import { runDueJobs } from "#lib/jobs/run-due";
import { findCharge } from "#lib/payments/find-payment";
import { refundPayment } from "#lib/refunds/refund-payment";
import { verifyAll } from "#lib/verify/verify-all";
import { aSupportTeam } from "#tests/support/approvals";
import { aPayment, expectLedgerToBalance } from "#tests/support/money";
import { aWorld, later, type World } from "#tests/support/world";

// The embedded Postgres takes some fifty times as long for a payment.
const runs = Math.ceil((fc.readConfigureGlobal()?.numRuns ?? 12) / (dialect === "postgres" ? 12 : 1));

let world: World;
let team: { agent: Viewer; lead: Viewer; other: Viewer };
beforeAll(async () => {
  world = await aWorld();
  team = await aSupportTeam(world);
});

const amount = fc.integer({ min: 1, max: 5000 });
const which = fc.nat(5);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("ask" as const), amount }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("refund" as const), amount }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom("approve" as const, "decline" as const), which }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("withdraw" as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("escalate" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("wait" as const), days: fc.constantFrom(1, 4) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

test("whatever waits for approval, never more than the payment goes back", { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      const { latestChargeId } = await aPayment(world.viewer, {
        paymentMethodId: "pm_card_createDisputeInquiry",
      });
      const course = { chargeId: String(latestChargeId), waited: 0 };
      for (const each of steps) {
        await attemptStep(course, each);
        await expectWithinPayment(course.chargeId);
      }
    }),
    { numRuns: runs },
  );
  await expectLedgerToBalance(world.viewer);
  const { problems } = await verifyAll();
  expect(problems.filter(({ environmentId }) => environmentId === world.environment.id)).toEqual([]);
});

interface Course {
  chargeId: string;
  /** Milliseconds. */
  waited: number;
}

/** What the rules refuse is refused; anything but a named refusal fails the test. */
async function attemptStep(course: Course, each: Step): Promise<void> {
  try {
    await takeStep(course, each);
  } catch (error) {
    if (!isDomainError(error)) throw error;
  }
}

async function takeStep(course: Course, each: Step): Promise<void> {
  const { chargeId } = course;
  const now = (viewer: Viewer) => later(viewer, course.waited);
  switch (each.do) {
    case "ask":
      await refundOrAsk(now(team.agent), { chargeId, amount: each.amount });
      return;
    case "refund":
      await refundPayment(now(team.other), { chargeId, amount: each.amount });
      return;
    case "wait":
      course.waited += each.days * day;
      await runDueJobs(world.environment, Date.now() + course.waited);
      return;
    case "escalate": {
      const [inquiry] = await disputesOf(await reader(world.viewer), chargeId);
      const evidence = { uncategorized_text: "escalate_inquiry_evidence" };
      await updateDispute(now(team.other), String(inquiry?.id), { evidence });
      return;
    }
    default: {
      const page = { direction: "older", from: null, size: 6 } as const;
      const { rows } = await listApprovals(now(team.lead), { states: ["waiting"], page });
      const approvalId = rows[each.which % Math.max(1, rows.length)]?.id ?? "rap_nobody";
      if (each.do === "withdraw") await withdrawApproval(now(team.agent), approvalId);
      else await decideApproval(now(team.lead), { approvalId, verdict: each.do, reason: "So it is" });
    }
  }
}

/** What was refunded, is reserved and was taken by the bank is no more than was paid. */
async function expectWithinPayment(chargeId: string): Promise<void> {
  const handle = await reader(world.viewer);
  const charge = await findCharge(handle, chargeId);
  const disputes = await disputesOf(handle, chargeId);
  const movements = await movementsOf(handle, disputes);
  const taken = -disputes.flatMap(movements).reduce((sum, moved) => sum + moved.amount, 0);
  expect(charge.amountRefunded).toBeGreaterThanOrEqual(0);
  expect(charge.amountRefunded + (charge.amountReserved ?? 0) + taken).toBeLessThanOrEqual(
    charge.amountCaptured,
  );
}
