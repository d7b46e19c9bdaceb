import { and, eq, like } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Grain } from "#db/schema/figures";
import { figures, figureStates } from "#db/schema/index";
import { globalReader, globalTransaction } from "#db/transaction";
import { environmentById } from "#lib/accounts/environments";
import { detailsOf, updateAccount } from "#lib/accounts/update-account";
import { getAccount } from "#lib/accounts/queries";
import type { Viewer } from "#lib/auth/viewer";
import { day, hour } from "#lib/clock";
import { createCustomer } from "#lib/customers/create-customer";
import { isDomainError } from "#lib/errors";
import { fillFigures } from "#lib/figures/fill-figures";
import { foldFigures } from "#lib/figures/fold-figures";
import { measures } from "#lib/figures/measures";
import { refillDays } from "#lib/figures/refill-days";
import { capturePayment } from "#lib/payments/capture-payment";
import { confirmPayment } from "#lib/payments/confirm-payment";
import { createPayment } from "#lib/payments/create-payment";
import { refundPayment } from "#lib/refunds/refund-payment";
import { settleLater } from "#lib/refunds/settle-later";
import { verifyAll } from "#lib/verify/verify-all";
import { aWorld, later, type World } from "#tests/support/world";

let world: World;

beforeAll(async () => void (await aWorld()));
beforeEach(async () => {
  world = await aWorld({ timeZone: "Asia/Kathmandu" });
});

function pay(
  viewer: Viewer,
  more: { captureMethod?: "manual"; currency?: string; paymentMethodId?: string } = {},
) {
  const basics = {
    amount: 2500,
    currency: "eur",
    paymentMethodId: "pm_card_fr",
    paymentMethodTypes: ["card"],
  };
  return createPayment(viewer, { ...basics, ...more }, {});
}

/** A busy time: paid, held and captured, declined, tried again, refunded, in two currencies. */
async function trade({ viewer }: World): Promise<void> {
  await createCustomer(viewer, { name: "Zoé" });
  const paid = await pay(viewer);
  const held = await pay(viewer, { captureMethod: "manual" });
  await capturePayment(later(viewer, 3 * hour), { paymentId: held.id, amount: 1000 });
  await pay(viewer, { currency: "usd", paymentMethodId: "pm_card_us" });
  await pay(viewer, { paymentMethodId: "pm_card_createDispute" });
  await refused(pay(viewer, { paymentMethodId: "pm_card_chargeDeclinedInsufficientFunds" }));
  await refundPayment(later(viewer, 2 * hour), { paymentId: paid.id, amount: 700 });
  await refundPayment(later(viewer, 3 * hour), { paymentId: paid.id });
  const closed = await pay(viewer, { paymentMethodId: "pm_card_refundFail" });
  const { id: refundId } = await refundPayment(viewer, { paymentId: closed.id });
  await settleLater(viewer, { refundId, later: { result: "failed", reason: "expired_or_canceled_card" } });
}

async function refused(attempt: Promise<unknown>): Promise<void> {
  await attempt.catch((error: unknown) => {
    if (!isDomainError(error)) throw error;
  });
}

/** Every figure of a grain, summed over all there is. */
async function totals({ environment }: World, grain: Grain) {
  await foldFigures();
  const { db } = await globalReader();
  const rows = await db
    .select()
    .from(figures)
    .where(and(eq(figures.environmentId, environment.id), eq(figures.grain, grain)));
  return Object.fromEntries(
    measures.map((measure) => [measure, rows.reduce((sum, row) => sum + row[measure], 0)]),
  );
}

async function problems({ environment }: World): Promise<string[]> {
  const all = (await verifyAll()).problems;
  return all.filter(({ environmentId }) => environmentId === environment.id).map(({ message }) => message);
}

test("figures are kept with each change, the same in every grain", async () => {
  await trade(world);
  const day = await totals(world, "day");
  expect(day).toMatchObject({
    ...{ attempts: 6, accepted: 5, tried: 6, paidOfTried: 5, payments: 5, failures: 1 },
    ...{ refunds: 2, refunded: 2500, refundedOwn: 2500, disputes: 1, disputed: 2500, customers: 1 },
    gross: 2500 + 1000 + 2500 + 2500 + 2500,
    grossOwn: 2500 + 1000 + 2155 + 2500 + 2500,
  });
  expect(day.netOwn).toBe(Number(day.grossOwn) - 2500 - 2500 - Number(day.feesOwn));
  for (const grain of ["quarter", "month", "quarter_all", "day_all", "month_all"] as const) {
    expect(await totals(world, grain)).toEqual(day);
  }
  expect(await problems(world)).toEqual([]);
});

test("a database older than figures gets them from what is there", async () => {
  await trade(world);
  const kept = await totals(world, "quarter");
  await globalTransaction(async (db) => {
    await db.delete(figures).where(eq(figures.environmentId, world.environment.id));
    await db.delete(figureStates).where(eq(figureStates.environmentId, world.environment.id));
  });
  await fillFigures();
  expect(await totals(world, "quarter")).toEqual(kept);
  expect(await problems(world)).toEqual([]);
  await fillFigures();
  expect(await totals(world, "day")).toEqual(kept);
});

test("figures that were kept in an older way are made anew", async () => {
  await trade(world);
  const kept = await totals(world, "day");
  const { id } = world.environment;
  await globalTransaction(async (db) => {
    await db.delete(figures).where(and(eq(figures.environmentId, id), like(figures.grain, "%_all")));
    await db.update(figureStates).set({ version: 1 }).where(eq(figureStates.environmentId, id));
  });
  await pay(world.viewer);
  await fillFigures();
  expect(await totals(world, "day_all")).toMatchObject({ gross: Number(kept.gross) + 2500 });
  expect(await problems(world)).toEqual([]);
});

test("an account that moves to other clocks gets the days of those", async () => {
  await trade(world);
  const { viewer } = world;
  const kept = await totals(world, "day");
  const { locale: _, ...details } = detailsOf(await getAccount(viewer));
  await updateAccount(viewer, { ...details, locale: "en", timeZone: "America/New_York" });
  const environment = await environmentById(world.environment.id);
  if (!environment) throw new Error("gone");
  await pay({ ...viewer, environment });
  await refillDays();
  expect(await totals(world, "day")).toMatchObject({
    gross: Number(kept.gross) + 2500,
    failures: kept.failures,
  });
  expect(await problems(world)).toEqual([]);
});

test("a failure lasts until the payment is tried again", async () => {
  const { viewer } = world;
  const intent = await createPayment(
    viewer,
    { amount: 900, currency: "eur", paymentMethodTypes: ["card"] },
    null,
  );
  const confirm = (at: Viewer, paymentMethodId: string) =>
    refused(confirmPayment(at, { paymentId: intent.id, paymentMethodId }));
  await confirm(viewer, "pm_card_chargeDeclined");
  await confirm(later(viewer, 40 * day), "pm_card_chargeDeclinedExpiredCard");
  await confirm(later(viewer, 40 * day + 1), "pm_card_fr");
  await foldFigures();
  const { db } = await globalReader();
  const rows = await db
    .select({
      grain: figures.grain,
      reason: figures.reason,
      until: figures.until,
      failures: figures.failures,
    })
    .from(figures)
    .where(and(eq(figures.environmentId, world.environment.id), eq(figures.failures, 1)));
  expect(rows.map(({ grain, reason }) => `${grain} ${reason}`).sort()).toEqual([
    "day generic_decline",
    "day_all ",
    "month generic_decline",
    "month_all ",
    "quarter generic_decline",
    "quarter_all ",
  ]);
  expect(rows.every(({ until }) => until > viewer.now() + 39 * day)).toBe(true);
  expect(await totals(world, "day")).toMatchObject({ tried: 1, paidOfTried: 1, attempts: 3, accepted: 1 });
  expect(await problems(world)).toEqual([]);
});

test("what does not add up is told", async () => {
  await trade(world);
  await foldFigures();
  await globalTransaction((db) =>
    db
      .update(figures)
      .set({ gross: 1 })
      .where(and(eq(figures.environmentId, world.environment.id), eq(figures.grain, "day"))),
  );
  expect((await problems(world)).length).toBeGreaterThan(0);
});
