import { and, asc, count, eq, gt, inArray, isNotNull, max, min, notInArray, or, sum } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Db } from "#db/engine/engine";
import {
  charges,
  countedPayments,
  customers,
  disputes,
  guests,
  paymentIntents,
  refunds,
} from "#db/schema/index";
import { listEnvironments } from "#lib/accounts/environments";
import { contributionOf, guestKinds, type Paid } from "#lib/customers/figures/contribution";
import type { Figures } from "#lib/customers/figures/figures";
import { figuresAreFilled } from "#lib/customers/figures/fill-figures";
import { type Findings, type Problem, problemsPerCheck } from "./problem.ts";

const pageSize = 5000;

/** What payments count for against the payments, and the figures of customers and guests against both. */
export async function verifyCustomers(db: Db): Promise<Findings> {
  const problems: Problem[] = [];
  let counted = 0;
  for (const { id, currency } of await listEnvironments()) {
    if (!(await figuresAreFilled(id))) continue;
    const found = await paymentsThatDiffer(db, id, currency);
    counted += found.counted;
    problems.push(
      ...found.problems,
      ...(await customersThatDiffer(db, id)),
      ...(await guestsThatDiffer(db, id)),
    );
  }
  return { problems: problems.slice(0, problemsPerCheck), checked: { counted_payments: counted } };
}

const facts = [
  "spend",
  "paymentCount",
  "refundCount",
  "disputeCount",
  "firstPaymentAt",
  "lastPaymentAt",
] as const;

async function paymentsThatDiffer(db: Db, environmentId: number, currency: string) {
  const problems: Problem[] = [];
  let counted = 0;
  let last = "";
  for (;;) {
    const page = await pageAfter(db, environmentId, last);
    const told = await toldOf(db, environmentId, page);
    for (const { payment, charge, row } of page) {
      if (payment.amountReceived === 0 && row === null) continue;
      counted++;
      const { refunds: refunded, disputes: disputed } = told(payment.id);
      const paid = charge && { payment, charge, refunds: refunded, disputes: disputed };
      if (paid && row && agrees(paid, row, currency)) continue;
      const message = row ? "counts for something else than it is" : "is not counted";
      problems.push({ check: "customer", environmentId, subject: payment.id, message });
    }
    if (page.length < pageSize) return { problems, counted };
    last = page.at(-1)?.payment.id ?? "";
  }
}

function agrees(paid: Paid, row: typeof countedPayments.$inferSelect, currency: string): boolean {
  const { environmentId: _, ...kept } = row;
  return (
    JSON.stringify(Object.entries(kept).sort()) ===
    JSON.stringify(Object.entries(contributionOf(paid, currency)).sort())
  );
}

function pageAfter(db: Db, environmentId: number, after: string) {
  return db
    .select({ payment: paymentIntents, charge: charges, row: countedPayments })
    .from(paymentIntents)
    .leftJoin(
      charges,
      and(
        eq(charges.environmentId, paymentIntents.environmentId),
        eq(charges.id, paymentIntents.latestChargeId),
      ),
    )
    .leftJoin(
      countedPayments,
      and(
        eq(countedPayments.environmentId, paymentIntents.environmentId),
        eq(countedPayments.id, paymentIntents.id),
      ),
    )
    .where(and(eq(paymentIntents.environmentId, environmentId), gt(paymentIntents.id, after)))
    .orderBy(asc(paymentIntents.id))
    .limit(pageSize);
}

/** The refunds and disputes of a page's payments, read only where there are any. */
async function toldOf(db: Db, environmentId: number, page: Awaited<ReturnType<typeof pageAfter>>) {
  const refunded = page.filter(({ payment }) => payment.amountRefunded > 0).map(({ payment }) => payment.id);
  const disputed = page.filter(({ charge }) => charge?.disputed).map(({ payment }) => payment.id);
  const counts = new Map<string, number>();
  for (const some of inParts(refunded)) {
    const rows = await db
      .select({ id: refunds.paymentIntentId, count: count() })
      .from(refunds)
      .where(
        and(
          eq(refunds.environmentId, environmentId),
          inArray(refunds.paymentIntentId, some),
          notInArray(refunds.status, ["failed", "canceled"]),
        ),
      )
      .groupBy(refunds.paymentIntentId);
    for (const row of rows) counts.set(row.id, row.count);
  }
  const claims = new Map<string, Paid["disputes"][number][]>();
  for (const some of inParts(disputed)) {
    const rows = await db
      .select({ id: disputes.paymentIntentId, status: disputes.status, amount: disputes.amount })
      .from(disputes)
      .where(and(eq(disputes.environmentId, environmentId), inArray(disputes.paymentIntentId, some)));
    for (const { id, ...claim } of rows) claims.set(id, [...(claims.get(id) ?? []), claim]);
  }
  return (id: string) => ({ refunds: counts.get(id) ?? 0, disputes: claims.get(id) ?? [] });
}

function* inParts(ids: readonly string[], size = 500): Generator<string[]> {
  for (let start = 0; start < ids.length; start += size) yield ids.slice(start, start + size);
}

async function customersThatDiffer(db: Db, environmentId: number): Promise<Problem[]> {
  const sums = await sumsBy(db, environmentId, countedPayments.customerId);
  const kept = await db
    .select({ id: customers.id, figures: customers })
    .from(customers)
    .where(
      and(
        eq(customers.environmentId, environmentId),
        or(gt(customers.paymentCount, 0), gt(customers.lastPaymentAt, 0)),
      ),
    );
  return differing(environmentId, sums, new Map(kept.map(({ id, figures }) => [id, figures])));
}

async function guestsThatDiffer(db: Db, environmentId: number): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const kind of guestKinds) {
    const sums = await sumsBy(db, environmentId, countedPayments[kind]);
    const kept = await db
      .select()
      .from(guests)
      .where(and(eq(guests.environmentId, environmentId), eq(guests.kind, kind)));
    problems.push(...differing(environmentId, sums, new Map(kept.map((guest) => [guest.key, guest]))));
  }
  return problems;
}

async function sumsBy(db: Db, environmentId: number, whose: SQLiteColumn): Promise<Map<string, Figures>> {
  const rows = await db
    .select({
      whose,
      spend: sum(countedPayments.spend).mapWith(Number),
      paymentCount: count(),
      refundCount: sum(countedPayments.refundCount).mapWith(Number),
      disputeCount: sum(countedPayments.disputeCount).mapWith(Number),
      firstPaymentAt: min(countedPayments.paidAt),
      lastPaymentAt: max(countedPayments.paidAt),
    })
    .from(countedPayments)
    .where(and(eq(countedPayments.environmentId, environmentId), isNotNull(whose)))
    .groupBy(whose);
  return new Map(
    rows.map(({ whose: key, firstPaymentAt, lastPaymentAt, ...row }) => [
      String(key),
      { ...row, firstPaymentAt: firstPaymentAt ?? 0, lastPaymentAt: lastPaymentAt ?? 0 },
    ]),
  );
}

function differing(environmentId: number, sums: Map<string, Figures>, kept: Map<string, Figures>): Problem[] {
  return [...new Set([...sums.keys(), ...kept.keys()])].flatMap((subject) => {
    const [should, does] = [sums.get(subject), kept.get(subject)];
    const wrong = facts.filter((fact) => (should?.[fact] ?? 0) !== (does?.[fact] ?? 0));
    if (wrong.length === 0) return [];
    const message = wrong
      .map((fact) => `${fact} is ${does?.[fact] ?? 0}, should be ${should?.[fact] ?? 0}`)
      .join("; ");
    return [{ check: "customer", environmentId, subject, message }];
  });
}
