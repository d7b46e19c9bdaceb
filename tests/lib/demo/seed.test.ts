import { and, count, eq, lt, notInArray } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { charges, customers, events, jobs, ledgerBalances, paymentIntents, refunds } from "#db/schema/index";
import { globalReader, reader } from "#db/transaction";
import { day, minute } from "#lib/clock";
import { seedPayments } from "#lib/demo/seed";
import { moveClock } from "#lib/environments/move-clock";
import { ledgerAccounts } from "#lib/ledger/accounts";
import { capturePayment } from "#lib/payments/capture-payment";
import { refundPayment } from "#lib/refunds/refund-payment";
import { verifyAll } from "#lib/verify/verify-all";
import { aWorld, type World } from "#tests/support/world";

const until = Date.now();
const payments = 1500;
let world: World;

beforeAll(async () => {
  world = await aWorld();
  await seedPayments({ environment: world.environment, payments, seed: 7, until });
});

async function rowsOf({ environment }: World) {
  const { db } = await globalReader();
  return db
    .select()
    .from(paymentIntents)
    .where(eq(paymentIntents.environmentId, environment.id))
    .orderBy(paymentIntents.id);
}

describe("a made-up history", () => {
  test("has as many payments as asked for, from the 24 months before", async () => {
    const rows = await rowsOf(world);
    expect(rows).toHaveLength(payments);
    expect(Math.min(...rows.map((row) => row.createdAt))).toBeGreaterThan(until - 732 * day);
    expect(Math.max(...rows.map((row) => row.createdAt))).toBeLessThanOrEqual(until);
  });

  test("stands beside one of the same seed until another day", async () => {
    const { environment } = await aWorld();
    const again = { environment, payments: 50, seed: 7 };
    await seedPayments({ ...again, until });
    await seedPayments({ ...again, until: until - 7 * day });
    expect(await rowsOf({ ...world, environment })).toHaveLength(100);
  });

  test("adds up as if the commands had made it", async () => {
    const { problems, checked } = await verifyAll();
    expect(problems).toEqual([]);
    expect(checked.payments).toBeGreaterThanOrEqual(payments);
  });

  test("holds every way a payment can go", async () => {
    const words = new Set((await rowsOf(world)).map((row) => row.paymentStatus));
    const usual = [
      "succeeded",
      "failed",
      "blocked",
      "incomplete",
      "canceled",
      "refunded",
      "partially_refunded",
    ];
    expect([...words]).toEqual(expect.arrayContaining(usual));
  });

  test("leaves no balance below zero", async () => {
    const { db } = await reader(world.viewer);
    const { available, pending, refunding } = ledgerAccounts;
    const rows = await db.select().from(ledgerBalances).where(lt(ledgerBalances.balance, 0));
    const merchants: string[] = [available, pending, refunding];
    expect(rows.filter((row) => merchants.includes(row.account))).toEqual([]);
  });

  test("keeps events of the last thirty days only", async () => {
    const { db } = await reader(world.viewer);
    const ofWorld = eq(events.environmentId, world.environment.id);
    const [old] = await db
      .select({ count: count() })
      .from(events)
      .where(and(ofWorld, lt(events.createdAt, until - 30 * day)));
    const [all] = await db.select({ count: count() }).from(events).where(ofWorld);
    expect(Number(old?.count)).toBe(0);
    expect(Number(all?.count)).toBeGreaterThan(50);
  });

  test("knows customers who come back, and guests", async () => {
    const rows = await rowsOf(world);
    const { db } = await reader(world.viewer);
    const [known] = await db.select({ count: count() }).from(customers);
    const withCustomer = rows.filter((row) => row.customerId !== null).length;
    expect(withCustomer).toBeGreaterThan(Number(known?.count) * 1.3);
    expect(withCustomer).toBeLessThan(payments);
  });
});

describe("the same seed", () => {
  test("brings the same payments again, another one others", async () => {
    const facts = async (seed: number) => {
      const another = await aWorld();
      await seedPayments({ environment: another.environment, payments: 60, seed, until });
      return (await rowsOf(another)).map(({ id, amount, description, last4, paymentStatus }) => ({
        ...{ id, amount, description, last4, paymentStatus },
      }));
    };
    const first = await facts(11);
    expect(await facts(11)).toEqual(first);
    expect(await facts(12)).not.toEqual(first);
  });

  test("is refused where its payments are already", async () => {
    const again = seedPayments({ environment: world.environment, payments, seed: 7, until });
    await expect(again).rejects.toThrow("Choose another seed");
  });
});

describe("what the history leaves to do", () => {
  test("goes on: money comes due, holds expire, debits settle, and it still adds up", async () => {
    await moveClock(world.environment.slug, world.viewer.now() + 20 * day);
    const { db } = await globalReader();
    const mine = eq(paymentIntents.environmentId, world.environment.id);
    const open = await db
      .select({ id: paymentIntents.id })
      .from(paymentIntents)
      .where(
        and(mine, notInArray(paymentIntents.status, ["succeeded", "canceled", "requires_payment_method"])),
      );
    expect(open).toEqual([]);
    expect(await db.select().from(jobs).where(eq(jobs.environmentId, world.environment.id))).toEqual([]);
    expect((await verifyAll()).problems).toEqual([]);
  });

  test("can be refunded and captured like any payment", async () => {
    // A moment of its own, whatever the day is: on it something is held.
    const until = Date.UTC(2026, 5, 12, 15);
    const another = await aWorld();
    const viewer = { ...another.viewer, now: () => until + minute };
    await seedPayments({ environment: another.environment, payments: 1500, seed: 3, until });
    const rows = await rowsOf(another);
    const paid = rows.findLast((row) => row.paymentStatus === "succeeded" && row.methodType === "card");
    const held = rows.findLast((row) => row.paymentStatus === "uncaptured");
    await refundPayment(viewer, { paymentId: paid?.id ?? "", amount: 100 });
    const captured = await capturePayment(viewer, { paymentId: held?.id ?? "" });
    expect(captured.paymentStatus).toBe("succeeded");
    const { db } = await globalReader();
    const refunded = await db
      .select()
      .from(refunds)
      .where(eq(refunds.paymentIntentId, paid?.id ?? ""));
    expect(refunded.map((row) => [row.amount, row.status])).toEqual([[100, "succeeded"]]);
    const attempts = await db
      .select()
      .from(charges)
      .where(eq(charges.paymentIntentId, held?.id ?? ""));
    expect(attempts.at(-1)?.captured).toBe(true);
    expect((await verifyAll()).problems).toEqual([]);
  });
});

test("a live environment takes no made-up payments", async () => {
  const { environment } = await aWorld();
  const live = { ...environment, kind: "live" as const };
  await expect(seedPayments({ environment: live, payments: 1, seed: 1, until })).rejects.toThrow(
    "Only a test",
  );
});
