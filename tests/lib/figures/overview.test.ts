import { and, eq, gte, lt } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { balanceTransactions, charges, customers, disputes, refunds } from "#db/schema/index";
import { globalReader, reader } from "#db/transaction";
import { addDays, startOfDay } from "#lib/calendar";
import type { Viewer } from "#lib/auth/viewer";
import { hour, minute } from "#lib/clock";
import { createCustomer } from "#lib/customers/create-customer";
import { acceptDispute } from "#lib/disputes/accept-dispute";
import { disputesOf } from "#lib/disputes/find-dispute";
import { listCounted } from "#lib/figures/counted";
import { exactTotals } from "#lib/figures/exact-totals";
import { type Drawn, type FacetName, facetNames, overviewOf, slicesOf } from "#lib/figures/overview";
import { comparedWith, type Period, type Span, spanOf, type Step, stepsFor } from "#lib/figures/period";
import { sumSpendingOf } from "#lib/figures/sum-spending";
import { topCustomers } from "#lib/figures/top-customers";
import type { MetricName } from "#lib/figures/metrics";
import { convert } from "#lib/ledger/exchange-rates";
import { capturePayment } from "#lib/payments/capture-payment";
import { confirmPayment } from "#lib/payments/confirm-payment";
import { createPayment } from "#lib/payments/create-payment";
import type { PaymentInput } from "#lib/payments/payment-input";
import { refundPayment } from "#lib/refunds/refund-payment";
import { aWorld, type World } from "#tests/support/world";

/** Where clocks change, and where they stand at a quarter to. */
const places = [
  { timeZone: "Europe/Paris", currency: "eur", changes: "2026-03-29" },
  { timeZone: "America/New_York", currency: "usd", changes: "2026-03-08" },
  { timeZone: "Asia/Kathmandu", currency: "jpy", changes: "2026-03-20" },
] as const;

const paid = [
  { currency: "eur", amount: 1999, paymentMethodId: "pm_card_fr" },
  { currency: "usd", amount: 4250, paymentMethodId: "pm_card_us" },
  { currency: "jpy", amount: 1350, paymentMethodId: "pm_card_jp" },
  { currency: "kwd", amount: 12340, paymentMethodId: "pm_card_mastercard" },
];

function at(viewer: Viewer, moment: number): Viewer {
  return { ...viewer, now: () => moment };
}

/** A payment a minute before and after each of the midnights around a change of clocks, and within its odd hours. */
async function trade(world: World, changes: string): Promise<void> {
  const midnight = (ahead: number) => startOfDay(addDays(changes, ahead), world.environment.timeZone);
  const moments = [-1, 0, 1, 2].flatMap((ahead) => [midnight(ahead) - minute, midnight(ahead) + minute]);
  const odd = [1, 2, 3].map((hours) => midnight(0) + hours * hour);
  for (const [index, moment] of [...moments, ...odd].entries()) {
    const viewer = at(world.viewer, moment);
    const customer = await createCustomer(viewer, { name: `Buyer ${index}` });
    const chosen = paid[index % paid.length];
    if (!chosen) throw new Error("nothing to pay");
    const basics = { customerId: customer.id, paymentMethodTypes: ["card"] };
    const payment = await createPayment(viewer, { ...chosen, ...basics }, {});
    if (index % 3 === 0)
      await refundPayment(at(world.viewer, moment + 5 * hour), { paymentId: payment.id, amount: 300 });
    if (index % 5 === 0) await dispute(viewer, { ...chosen, ...basics }, index % 2 === 0);
    if (index % 4 === 1) await hold(viewer, { ...chosen, ...basics });
    if (index % 4 === 0) await fail(viewer, index % 8 === 0 ? moment + 30 * hour : null);
  }
}

async function dispute(viewer: Viewer, paid: PaymentInput, lost: boolean): Promise<void> {
  const payment = await createPayment(viewer, { ...paid, paymentMethodId: "pm_card_createDispute" }, {});
  const [opened] = await disputesOf(await reader(viewer), String(payment.latestChargeId));
  if (lost) await acceptDispute(at(viewer, viewer.now() + hour), String(opened?.id));
}

/** Money that is held and taken the day after, in two parts in one moment. */
async function hold(viewer: Viewer, paid: PaymentInput): Promise<void> {
  const held = await createPayment(
    viewer,
    {
      ...paid,
      captureMethod: "manual",
      paymentMethodOptions: { card: { request_multicapture: "if_available" } },
    },
    {},
  );
  const later = at(viewer, viewer.now() + 20 * hour);
  await capturePayment(later, { paymentId: held.id, amount: 400, then: "more_to_come" });
  await capturePayment(later, { paymentId: held.id, amount: 500 });
}

/** A payment that fails, and perhaps succeeds later. */
async function fail(viewer: Viewer, paidAt: number | null): Promise<void> {
  const basics = { amount: 700, currency: "eur", paymentMethodTypes: ["card"] };
  const { id } = await createPayment(viewer, basics, null);
  await confirmPayment(viewer, { paymentId: id, paymentMethodId: "pm_card_chargeDeclined" }).catch(() => {});
  if (paidAt !== null) {
    await confirmPayment(at(viewer, paidAt), { paymentId: id, paymentMethodId: "pm_card_fr" });
  }
}

/** The same figures, from what there is. */
async function bruteForce({ environment }: World, { start, end }: Span) {
  const { db } = await globalReader();
  const mine = <T extends typeof charges | typeof refunds | typeof customers | typeof balanceTransactions>(
    table: T,
  ) => and(eq(table.environmentId, environment.id), gte(table.createdAt, start), lt(table.createdAt, end));
  const own = (amount: number, currency: string) => convert(amount, currency, environment.currency).amount;
  const isWithin = (moment: number | null) => moment !== null && moment >= start && moment < end;
  const all = await db.select().from(charges).where(eq(charges.environmentId, environment.id));
  const captured = all.filter(({ capturedAt }) => isWithin(capturedAt));
  const attempts = [...Map.groupBy(all, ({ paymentIntentId }) => paymentIntentId).values()].map((of) =>
    of.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
  );
  const tried = attempts.filter(([first]) => isWithin(first?.createdAt ?? null));
  const paid = tried.filter((of) => of.some((charge) => charge.captured && charge.status === "succeeded"));
  const last = attempts.flatMap((of) => of.findLast(({ createdAt }) => createdAt < end) ?? []);
  const failures = last.filter(({ status, createdAt }) => status === "failed" && isWithin(createdAt));
  const claims = await db.select().from(disputes).where(eq(disputes.environmentId, environment.id));
  const disputed = claims.filter(({ createdAt, withdrawnAt }) => withdrawnAt !== null && isWithin(createdAt));
  const back = await db.select().from(refunds).where(mine(refunds));
  const booked = await db.select().from(balanceTransactions).where(mine(balanceTransactions));
  const born = await db.select().from(customers).where(mine(customers));
  const gross = captured.reduce((sum, row) => sum + own(row.amountCaptured, row.currency), 0);
  return {
    gross,
    payments: captured.length,
    average: captured.length === 0 ? null : Math.round(gross / captured.length),
    customers: born.length,
    successRate: tried.length === 0 ? null : paid.length / tried.length,
    failures: failures.length,
    disputes: disputed.length,
    disputeRate: captured.length === 0 ? null : disputed.length / captured.length,
    refunds: back.reduce((sum, row) => sum + own(row.amount, row.currency), 0),
    net: booked.reduce((sum, row) => sum + own(row.net, row.currency), 0),
    fees: booked.reduce((sum, row) => sum + own(row.fee, row.currency), 0),
  } satisfies Record<MetricName, number | null>;
}

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
      const { viewer } = world;
      const periods: Period[] = [
        { from: changes, until: addDays(changes, 1), timeZone },
        { from: addDays(changes, -1), until: addDays(changes, 2), timeZone },
        { from: addDays(changes, -27), until: addDays(changes, 40), timeZone },
      ];
      for (const period of periods) {
        for (const step of stepsFor(period)) await expectExact(world, period, step);
        await expectParts(world, period);
      }
      const [today] = periods;
      if (!today) return;
      const { before } = await overviewOf(viewer, { period: today, step: "hour", comparison: "previous" });
      const earlier = comparedWith(today, "previous");
      expect(
        earlier && totalOf(before ?? { curves: [], spans: [], period: today, converted: false }, "gross"),
      ).toBe(earlier && (await bruteForce(world, spanOf(earlier))).gross);
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
  for (const kind of ["payments", "refunds", "disputes", "transactions", "fees"] as const) {
    const { rows } = await listCounted(viewer, kind, { period, page });
    expect(byCurrency(await exactTotals(viewer, kind, { period }))).toEqual(byCurrency(rows));
  }
  for (const facet of facetNames) await expectPartsOf(viewer, facet, period);
  for (const kind of ["failures", "disputes", "customers"] as const) {
    const { rows } = await listCounted(viewer, kind, { period, page });
    expect([kind, rows.length]).toEqual([kind, totalOf(now, kind)]);
  }
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
