import { and, eq, gte, lt } from "drizzle-orm";
import { balanceTransactions, charges, customers, disputes, refunds } from "#db/schema/index";
import { globalReader, reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { addDays, startOfDay } from "#lib/calendar";
import { hour, minute } from "#lib/clock";
import { createCustomer } from "#lib/customers/create-customer";
import { acceptDispute } from "#lib/disputes/accept-dispute";
import { disputesOf } from "#lib/disputes/find-dispute";
import type { MetricName } from "#lib/figures/metrics";
import type { Span } from "#lib/figures/period";
import { convert } from "#lib/ledger/exchange-rates";
import { capturePayment } from "#lib/payments/capture-payment";
import { confirmPayment } from "#lib/payments/confirm-payment";
import { createPayment } from "#lib/payments/create-payment";
import type { PaymentInput } from "#lib/payments/payment-input";
import { refundPayment } from "#lib/refunds/refund-payment";
import type { World } from "./world.ts";

/** Where clocks change, also by half an hour, and where they stand at a quarter to. */
export const places = [
  { timeZone: "Europe/Paris", currency: "eur", changes: "2026-03-29" },
  { timeZone: "America/New_York", currency: "usd", changes: "2026-03-08" },
  { timeZone: "Asia/Kathmandu", currency: "jpy", changes: "2026-03-20" },
  { timeZone: "Australia/Lord_Howe", currency: "kwd", changes: "2026-04-05" },
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
export async function trade(world: World, changes: string): Promise<void> {
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

/** Every figure of a while, from what there is. */
export async function bruteForce({ environment }: World, { start, end }: Span) {
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
