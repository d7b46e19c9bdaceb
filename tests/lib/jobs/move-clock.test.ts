import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { auditLines, balanceTransactions } from "#db/schema/index";
import { globalReader, reader, transaction } from "#db/transaction";
import { environmentBySlug } from "#lib/accounts/environments";
import type { Viewer } from "#lib/auth/viewer";
import { day, hour } from "#lib/clock";
import { moveClock } from "#lib/environments/move-clock";
import { enqueue, on } from "#lib/jobs/jobs";
import { createPayment } from "#lib/payments/create-payment";
import { findPayment } from "#lib/payments/find-payment";
import { verifyAll } from "#lib/verify/verify-all";
import { aWorld } from "#tests/support/world";

async function timeIn(slug: string): Promise<number> {
  const environment = await environmentBySlug(slug);
  return Date.now() + (environment?.clockOffset ?? 0);
}

describe("moving a clock", () => {
  test("arrives at the time, and every job on the way saw its own", async () => {
    const { viewer, environment } = await aWorld();
    const start = viewer.now();
    const seen: { told: number; shown: number }[] = [];
    on("test.clock", async (asker: Viewer) => {
      seen.push({ told: asker.now(), shown: await timeIn(environment.slug) });
    });
    for (const after of [3, 1, 2]) {
      await transaction(viewer, (tx) => enqueue(tx, "test.clock", {}, { runAt: start + after * day }));
    }
    const report = await moveClock(environment.slug, start + 30 * day, viewer);
    expect(report).toMatchObject({ done: 3, failed: 0 });
    expect(seen.map(({ told }) => told)).toEqual([1, 2, 3].map((after) => start + after * day));
    for (const { told, shown } of seen) expect(Math.abs(shown - told)).toBeLessThan(hour);
    expect(Math.abs((await timeIn(environment.slug)) - (start + 30 * day))).toBeLessThan(hour);
  });

  test("makes pending money available and lets an uncaptured payment expire", async () => {
    const { viewer, environment } = await aWorld();
    const basics = {
      amount: 2500,
      currency: "eur",
      paymentMethodId: "pm_card_fr",
      paymentMethodTypes: ["card"],
    };
    const paid = await createPayment(viewer, basics, {});
    const held = await createPayment(viewer, { ...basics, captureMethod: "manual" }, {});
    await moveClock(environment.slug, viewer.now() + 10 * day, viewer);
    const handle = await reader(viewer);
    expect((await findPayment(handle, paid.id)).paymentStatus).toBe("succeeded");
    expect((await findPayment(handle, held.id)).paymentStatus).toBe("expired");
    const transactions = await handle.db
      .select({ status: balanceTransactions.status })
      .from(balanceTransactions)
      .where(eq(balanceTransactions.environmentId, environment.id));
    expect(new Set(transactions.map(({ status }) => status))).toEqual(new Set(["available"]));
    expect((await verifyAll()).problems).toEqual([]);
  });

  test("leaves a line in the audit log", async () => {
    const { viewer, environment } = await aWorld();
    await moveClock(environment.slug, viewer.now() + day, viewer);
    const { db } = await globalReader();
    const lines = await db.select().from(auditLines).where(eq(auditLines.environmentId, environment.id));
    expect(lines.map((line) => [line.action, line.actor.name])).toContainEqual(["clock.moved", "Amélie"]);
  });

  test("only goes forward", async () => {
    const { viewer, environment } = await aWorld();
    await expect(moveClock(environment.slug, viewer.now() - hour, viewer)).rejects.toThrow(
      "only moves forward",
    );
  });

  test("is not for those without the permission, nor for another environment's people", async () => {
    const { viewer, environment, viewerWith } = await aWorld();
    const other = await aWorld();
    const to = viewer.now() + day;
    await expect(moveClock(environment.slug, to, viewerWith(["view_only"]))).rejects.toThrow("clock:write");
    await expect(moveClock(environment.slug, to, other.viewer)).rejects.toThrow("No such environment");
  });

  test("is not for live environments", async () => {
    const { viewer, environment } = await aWorld();
    const live = environment.slug.replace(/-test$/, "");
    await expect(moveClock(live, viewer.now() + day)).rejects.toThrow("Only a test environment");
  });
});
