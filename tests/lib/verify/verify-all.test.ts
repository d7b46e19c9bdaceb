import { and, eq, ne } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import {
  auditLines,
  balanceTransactions,
  cashReturns,
  cashTransactions,
  charges,
  customers,
  disputes,
  ledgerBalances,
  operations,
  paymentIntents,
  postings,
  refunds,
} from "#db/schema/index";
import type { Db } from "#db/engine/engine";
import { globalTransaction } from "#db/transaction";
import { fundCash } from "#lib/cash/fund-cash";
import { returnCash } from "#lib/cash/return-cash";
import { hour } from "#lib/clock";
import { createCustomer } from "#lib/customers/create-customer";
import { createPayment } from "#lib/payments/create-payment";
import type { PaymentIntentRow } from "#lib/payments/wire";
import { cancelPayment } from "#lib/payments/cancel-payment";
import { capturePayment } from "#lib/payments/capture-payment";
import { refundPayment } from "#lib/refunds/refund-payment";
import { verifyAll } from "#lib/verify/verify-all";
import { aWorld, type World } from "#tests/support/world";

let world: World;
let payment: PaymentIntentRow;

beforeEach(async () => {
  world = await aWorld();
  payment = await pay({});
  await refundPayment(world.viewer, { paymentId: payment.id, amount: 700 });
});

function pay(more: { captureMethod?: "manual"; currency?: string; paymentMethodId?: string }) {
  const basics = {
    amount: 2500,
    currency: "eur",
    paymentMethodId: "pm_card_fr",
    paymentMethodTypes: ["card"],
  };
  return createPayment(world.viewer, { ...basics, ...more }, {});
}

/** What verify says of this test's own environment. */
async function problems(): Promise<string[]> {
  const all = (await verifyAll()).problems;
  return all.filter((problem) => problem.environmentId === world.environment.id).map(({ check }) => check);
}

describe("what the commands leave behind", () => {
  test("adds up, whatever happened to a payment", async () => {
    await pay({ currency: "usd", paymentMethodId: "pm_card_us" });
    const held = await pay({ captureMethod: "manual" });
    await capturePayment(world.viewer, { paymentId: held.id, amount: 1000 });
    const canceled = await pay({ captureMethod: "manual" });
    await cancelPayment(world.viewer, { paymentId: canceled.id, reason: "abandoned" });
    await pay({ paymentMethodId: "pm_card_chargeDeclined" }).catch(() => {});
    await refundPayment(world.viewer, { paymentId: held.id });
    await refundPayment(world.viewer, { paymentId: payment.id, amount: 1800 });
    expect(await problems()).toEqual([]);
  });

  test("is counted", async () => {
    const { checked } = await verifyAll();
    expect(checked.payments).toBeGreaterThanOrEqual(1);
    expect(checked.postings).toBeGreaterThanOrEqual(4);
    expect(checked.audit_lines).toBeGreaterThanOrEqual(1);
  });
});

describe("verify notices", () => {
  const environmentId = () => world.environment.id;

  test("a posting that was edited", async () => {
    const mine = and(eq(postings.environmentId, environmentId()), eq(postings.amount, 2500));
    await globalTransaction(async (db) => void (await db.update(postings).set({ amount: 2501 }).where(mine)));
    expect(await problems()).toEqual(expect.arrayContaining(["ledger balance", "balance transaction"]));
  });

  test("a posting of nothing", async () => {
    const mine = eq(postings.environmentId, environmentId());
    await globalTransaction(async (db) => void (await db.update(postings).set({ amount: 0 }).where(mine)));
    expect(await problems()).toContain("posting");
  });

  test("a balance that was edited", async () => {
    const mine = eq(ledgerBalances.environmentId, environmentId());
    await globalTransaction(
      async (db) => void (await db.update(ledgerBalances).set({ balance: 1 }).where(mine)),
    );
    expect(await problems()).toEqual(expect.arrayContaining(["ledger balance", "balance"]));
  });

  test("a balance transaction whose fee does not fit", async () => {
    const mine = eq(balanceTransactions.environmentId, environmentId());
    await globalTransaction(
      async (db) => void (await db.update(balanceTransactions).set({ fee: 1 }).where(mine)),
    );
    expect(await problems()).toContain("balance transaction");
  });

  test("a payment shown as something it is not", async () => {
    const mine = eq(paymentIntents.environmentId, environmentId());
    await globalTransaction(
      async (db) => void (await db.update(paymentIntents).set({ paymentStatus: "failed" }).where(mine)),
    );
    expect(await problems()).toEqual(["payment"]);
  });

  test("a charge that says more was refunded than its refunds come to", async () => {
    const mine = eq(charges.environmentId, environmentId());
    await globalTransaction(
      async (db) => void (await db.update(charges).set({ amountRefunded: 900 }).where(mine)),
    );
    expect(await problems()).toEqual(expect.arrayContaining(["payment", "refunds"]));
  });

  test("a refund that vanished", async () => {
    const mine = eq(refunds.environmentId, environmentId());
    await globalTransaction(async (db) => void (await db.delete(refunds).where(mine)));
    expect(new Set(await problems())).toEqual(new Set(["refunds", "figures"]));
  });

  test.each([
    ["that took nothing", { withdrawalId: null }],
    ["that gave nothing back", { status: "won" as const }],
    ["whose charge says something else", { status: "under_review" as const }],
    ["over another amount than its bank holds", { amount: 1 }],
  ])("a dispute %s", async (_what, patch) => {
    await pay({ paymentMethodId: "pm_card_createDispute" });
    expect(await problems()).toEqual([]);
    const mine = eq(disputes.environmentId, environmentId());
    await globalTransaction(async (db) => void (await db.update(disputes).set(patch).where(mine)));
    expect(await problems()).toContain("dispute");
  });

  describe("of money that goes back to who sent it ahead,", () => {
    const mine = () => eq(cashTransactions.environmentId, environmentId());
    const left = () => and(mine(), eq(cashTransactions.type, "return_initiated"));
    const edits: Record<string, (db: Db) => Promise<unknown>> = {
      "a return that took nothing": (db) => db.delete(cashTransactions).where(left()),
      "one that took it twice": async (db) => {
        const [row] = await db.select().from(cashTransactions).where(left());
        if (row) await db.insert(cashTransactions).values({ ...row, id: "ccsbtxn_again" });
      },
      "one of another amount": (db) =>
        db.update(cashReturns).set({ amount: 1 }).where(eq(cashReturns.environmentId, environmentId())),
      "one in another currency": (db) => db.update(cashTransactions).set({ currency: "usd" }).where(left()),
      "an entry without its return": (db) =>
        db.delete(cashReturns).where(eq(cashReturns.environmentId, environmentId())),
      "an entry that names no return": (db) =>
        db.update(cashTransactions).set({ refundId: null }).where(left()),
      "one of another customer": async (db) => {
        const customerId = (await createCustomer(world.viewer, {})).id;
        await db.update(cashTransactions).set({ customerId }).where(left());
      },
      "one that failed after who would have it went": async (db) => {
        const { id: mergedIntoId } = await createCustomer(world.viewer, {});
        const own = eq(customers.environmentId, environmentId());
        await db.update(customers).set({ deletedAt: 1 }).where(own);
        const sender = and(own, ne(customers.id, mergedIntoId));
        await db.update(customers).set({ mergedIntoId }).where(sender);
        await db
          .update(cashReturns)
          .set({ status: "failed" })
          .where(eq(cashReturns.environmentId, environmentId()));
      },
    };

    test.each(Object.keys(edits))("%s", async (what) => {
      const { viewer } = world;
      const { id: customerId } = await createCustomer(viewer, {});
      await fundCash(viewer, { customerId, amount: 1000, currency: "eur", reference: null });
      await returnCash(viewer, { customerId, amount: 400, currency: "eur" });
      expect(await problems()).toEqual([]);
      await globalTransaction(async (db) => void (await edits[what]?.(db)));
      expect(await problems()).toContain("cash return");
    });
  });

  test("an operation that nobody finishes", async () => {
    const stuck = { state: "started" as const, leaseUntil: Date.now() - hour };
    const mine = eq(operations.environmentId, environmentId());
    await globalTransaction(async (db) => void (await db.update(operations).set(stuck).where(mine)));
    expect(await problems()).toContain("operation");
  });

  test("an audit line that was rewritten", async () => {
    const mine = eq(auditLines.environmentId, environmentId());
    await globalTransaction(
      async (db) => void (await db.update(auditLines).set({ action: "nothing" }).where(mine)),
    );
    const chains = (await verifyAll()).problems.filter(({ check }) => check === "audit chain");
    expect(chains.map(({ subject }) => subject)).toContain(world.environment.accountId);
  });
});
