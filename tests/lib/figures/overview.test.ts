import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { charges, disputes } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import { addDays, dayAt, startOfDay } from "#lib/calendar";
import { hour } from "#lib/clock";
import type { Viewer } from "#lib/auth/viewer";
import { listCounted } from "#lib/figures/counted";
import { exactTotals } from "#lib/figures/exact-totals";
import {
  type Drawn,
  type FacetName,
  facetNames,
  isEstimated,
  overviewOf,
  slicesOf,
} from "#lib/figures/overview";
import { type Comparison, comparedWith, type Period, spanOf, type Step, stepsFor } from "#lib/figures/period";
import { sumSpendingOf } from "#lib/figures/sum-spending";
import { topCustomers } from "#lib/figures/top-customers";
import type { MetricName } from "#lib/figures/metrics";
import { convert } from "#lib/ledger/exchange-rates";
import { createPayment } from "#lib/payments/create-payment";
import { bruteForce, places, trade } from "#tests/support/figures";
import { aWorld, type World } from "#tests/support/world";

function totalOf({ curves }: Drawn, name: MetricName): number | null | undefined {
  return curves.find((curve) => curve.name === name)?.total;
}

describe.each(places)("in $timeZone", ({ timeZone, currency, changes }) => {
  test(
    "every figure is what there is, in every step, and parts are the whole",
    { timeout: 60_000 },
    async () => {
      const world = await aWorld({ timeZone, currency });
      await trade(world, changes);
      const periods: Period[] = [
        { from: changes, until: addDays(changes, 1), timeZone },
        { from: addDays(changes, -1), until: addDays(changes, 2), timeZone },
        { from: addDays(changes, -27), until: addDays(changes, 40), timeZone },
      ];
      for (const period of periods) {
        for (const step of stepsFor(period)) await expectExact(world, period, step);
        await expectParts(world, period);
      }
      const compared = [
        { from: changes, until: addDays(changes, 1), timeZone },
        { from: addDays(changes, 1), until: addDays(changes, 4), timeZone },
        { from: "2026-04-01", until: "2026-07-01", timeZone },
        { from: "2027-03-01", until: "2027-06-20", timeZone },
      ];
      for (const period of compared) {
        for (const step of stepsFor(period)) await expectCompared(world, period, step);
      }
    },
  );
});

async function expectExact(world: World, period: Period, step: Step): Promise<void> {
  const { now } = await overviewOf(world.viewer, { period, step, comparison: "none" });
  expect(now.spans[0]?.start).toBe(spanOf(period).start);
  expect(now.spans.at(-1)?.end).toBe(spanOf(period).end);
  const whole = await bruteForce(world, spanOf(period));
  for (const [name, due] of Object.entries(whole) as [MetricName, number | null][]) {
    expect([name, step, totalOf(now, name)]).toEqual([name, step, due]);
  }
  const busy = now.spans.flatMap((span, index) => (now.curves[0]?.points[index] ? [{ span, index }] : []));
  for (const { span, index } of busy) {
    const point = await bruteForce(world, span);
    for (const { name, points } of now.curves) {
      // A failure lasts until the end of all days: what the points come to is checked below.
      if (name !== "failures") expect([name, step, points[index]]).toEqual([name, step, point[name]]);
    }
  }
  for (const name of ["gross", "net", "payments", "refunds", "customers", "failures"] as const) {
    const curve = now.curves.find((each) => each.name === name);
    expect(curve?.points.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(curve?.total);
  }
}

/** What a period is compared with is all of it, in as many points as the period's own. */
async function expectCompared(world: World, period: Period, step: Step): Promise<void> {
  for (const comparison of ["previous", "year"] as const) {
    const { now, before } = await overviewOf(world.viewer, { period, step, comparison });
    const earlier = comparedWith(period, comparison);
    if (!before || !earlier) throw new Error("compared with nothing");
    const whole = await bruteForce(world, spanOf(earlier));
    for (const { name, total, points } of before.curves) {
      expect([name, step, total]).toEqual([name, step, whole[name]]);
      expect(points).toHaveLength(now.spans.length);
    }
    for (const name of ["gross", "net", "payments", "refunds", "customers", "failures"] as const) {
      const points = before.curves.find((curve) => curve.name === name)?.points ?? [];
      const sum = points.reduce<number>((all, value) => all + (value ?? 0), 0);
      expect([name, step, comparison, sum]).toEqual([name, step, comparison, whole[name]]);
    }
    for (const [index, span] of before.spans.entries()) {
      const gross = before.curves.find((curve) => curve.name === "gross")?.points[index];
      if (gross) expect(gross).toBe((await bruteForce(world, span)).gross);
    }
  }
}

/** Slices are the whole, and lists come to what their figure says, in each currency. */
async function expectParts({ viewer }: World, period: Period): Promise<void> {
  const { now } = await overviewOf(viewer, {
    period,
    step: stepsFor(period)[0] ?? "day",
    comparison: "none",
  });
  const slices = await slicesOf(viewer, period);
  for (const name of ["country", "method", "brand"] as const) {
    expect(slices[name].reduce((sum, { value }) => sum + value, 0)).toBe(totalOf(now, "gross"));
  }
  expect(slices.reason.reduce((sum, { value }) => sum + value, 0)).toBe(totalOf(now, "failures"));
  const page = { direction: "older" as const, from: null, size: 200 };
  const taken = await paymentsTaken(viewer);
  for (const kind of ["payments", "refunds", "disputes", "transactions", "fees"] as const) {
    const { rows } = await listCounted(viewer, kind, { period, page });
    expect(byCurrency(await exactTotals(viewer, kind, { period }))).toEqual(byCurrency(rows));
  }
  for (const facet of facetNames) await expectPartsOf(viewer, facet, period);
  for (const kind of ["failures", "disputes", "customers"] as const) {
    const { rows } = await listCounted(viewer, kind, { period, page });
    expect([kind, rows.length]).toEqual([kind, totalOf(now, kind)]);
  }
  const { rows: tried } = await listCounted(viewer, "tried", { period, page });
  const successes = tried.filter(({ subject }) => taken.has(subject ?? ""));
  expect(tried.length === 0 ? null : successes.length / tried.length).toBe(totalOf(now, "successRate"));
  const top = await topCustomers(viewer, { period, payments: 10, most: 100 });
  for (const { id: customerId, payments, spent } of top) {
    const { rows } = await listCounted(viewer, "spending", { period, part: { customerId }, page });
    expect(rows).toHaveLength(payments);
    const exact = byCurrency(await sumSpendingOf(viewer, { customerId, ...spanOf(period) }));
    expect(exact).toEqual(byCurrency(rows));
    const { currency: own } = viewer.environment;
    expect(
      Object.entries(exact).reduce(
        (sum, [currency, amount]) => sum + convert(amount, currency, own).amount,
        0,
      ),
    ).toBe(spent);
  }
  expect(Object.fromEntries(top.map(({ id, spent, payments }) => [id, { spent, payments }]))).toEqual(
    await bruteForceSpending(viewer, period),
  );
}

/** Each part lists what it counts, and comes to it in each currency; the lists together are the list of the whole. */
async function expectPartsOf(viewer: Viewer, facet: FacetName, period: Period): Promise<void> {
  const kind = facet === "reason" ? "failures" : "payments";
  const page = { direction: "older" as const, from: null, size: 200 };
  const listed = [];
  for (const { key, value, payments } of (await slicesOf(viewer, period))[facet]) {
    const part = { facet, words: [key] };
    const { rows } = await listCounted(viewer, kind, { period, part, page });
    expect([key, rows.length]).toEqual([key, facet === "reason" ? value : payments]);
    if (kind === "payments")
      expect(byCurrency(await exactTotals(viewer, kind, { period, part }))).toEqual(byCurrency(rows));
    listed.push(...rows.map(({ id }) => id));
  }
  const { rows: whole } = await listCounted(viewer, kind, { period, page });
  expect(listed.sort()).toEqual(whole.map(({ id }) => id).sort());
}

function byCurrency(rows: { currency: string | null; amount: number | null }[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { currency, amount } of rows) sums[currency ?? ""] = (sums[currency ?? ""] ?? 0) + (amount ?? 0);
  return sums;
}

async function paymentsTaken({ environmentId }: Viewer): Promise<Set<string>> {
  const { db } = await globalReader();
  const rows = await db
    .select({ id: charges.paymentIntentId })
    .from(charges)
    .where(and(eq(charges.environmentId, environmentId), eq(charges.captured, true)));
  return new Set(rows.map(({ id }) => id));
}

/** What each customer spent, from what there is. */
async function bruteForceSpending(viewer: Viewer, period: Period) {
  const { start, end } = spanOf(period);
  const { db } = await globalReader();
  const own = viewer.environment.currency;
  const mine = await db.select().from(charges).where(eq(charges.environmentId, viewer.environmentId));
  const lost = await db
    .select()
    .from(disputes)
    .where(and(eq(disputes.environmentId, viewer.environmentId), eq(disputes.status, "lost")));
  const paid = mine.filter(
    ({ customerId, capturedAt }) => customerId && capturedAt && capturedAt >= start && capturedAt < end,
  );
  const bySpender = Object.groupBy(paid, ({ customerId }) => String(customerId));
  return Object.fromEntries(
    Object.entries(bySpender).map(([id, bought = []]) => {
      const spent = Object.entries(Object.groupBy(bought, ({ currency }) => currency)).map(
        ([currency, of = []]) => {
          const kept = of.map(
            (charge) =>
              charge.amountCaptured -
              charge.amountRefunded -
              lost
                .filter(({ chargeId }) => chargeId === charge.id)
                .reduce((sum, { amount }) => sum + amount, 0),
          );
          return convert(
            kept.reduce((sum, each) => sum + each, 0),
            currency,
            own,
          ).amount;
        },
      );
      return [id, { spent: spent.reduce((sum, each) => sum + each, 0), payments: bought.length }];
    }),
  );
}

test("amounts are called estimates where others are among them, also those compared with", async () => {
  const { viewer } = await aWorld({ timeZone: "America/New_York", currency: "eur" });
  const today = dayAt(viewer.now(), "America/New_York");
  const of = (from: string): Period => ({ from, until: addDays(from, 1), timeZone: "America/New_York" });
  const look = (from: string, comparison: Comparison) =>
    overviewOf(viewer, { period: of(from), step: "hour", comparison }).then(isEstimated);
  const paid = { amount: 900, paymentMethodId: "pm_card_us", paymentMethodTypes: ["card"] };
  await createPayment(viewer, { ...paid, currency: "eur" }, {});
  expect(await look(today, "previous")).toBe(false);
  await createPayment(viewer, { ...paid, currency: "usd" }, {});
  expect(await look(today, "none")).toBe(true);
  expect(await look(addDays(today, 1), "previous")).toBe(true);
  expect(await look(addDays(today, 1), "none")).toBe(false);
});

test("hours to come are not told to have brought nothing", async () => {
  const { viewer } = await aWorld();
  const noon = startOfDay("2026-03-29", "Europe/Paris") + 11.5 * hour;
  const period = { from: "2026-03-29", until: "2026-03-30", timeZone: "Europe/Paris" };
  const asked = { period, step: "hour", comparison: "previous" } as const;
  const { now, before } = await overviewOf({ ...viewer, now: () => noon }, asked);
  const pointsOf = (drawn: Drawn | null) => drawn?.curves.find(({ name }) => name === "payments")?.points;
  expect(pointsOf(now)).toEqual([...Array<number>(12).fill(0), ...Array<null>(11).fill(null)]);
  expect(pointsOf(before)).toEqual(Array(23).fill(0));
});

test("a role sees the figures of what it may read", async () => {
  const world = await aWorld();
  const period = { from: "2026-03-01", until: "2026-03-02", timeZone: "Europe/Paris" };
  const support = world.viewerWith(["support_specialist"]);
  const { now } = await overviewOf(support, { period, step: "hour", comparison: "none" });
  expect(now.curves.map(({ name }) => name)).not.toContain("net");
  await expect(
    listCounted(support, "transactions", { period, page: { direction: "older", from: null, size: 5 } }),
  ).rejects.toThrow("balance:read");
});
