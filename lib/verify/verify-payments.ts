import { and, asc, eq, gt, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { charges, paymentIntents, refunds } from "#db/schema/index";
import { statusWord } from "#lib/payments/status-word";
import { type ChargeRow, type PaymentIntentRow } from "#lib/payments/wire";
import { releases } from "#lib/refunds/release";
import { type Findings, type Problem, problemsPerCheck } from "./problem.ts";

const pageSize = 5000;

type Seen = (payments: number) => void;

/** Every payment against its latest charge, and its word against the rule it follows from. */
export async function verifyPayments(db: Db, onSeen: Seen): Promise<Findings> {
  const problems: Problem[] = [];
  const waiting = await chargesWithWaitingRefunds(db);
  let seen = 0;
  let last = { environmentId: 0, id: "" };
  for (;;) {
    const page = await pageAfter(db, last);
    for (const { intent, charge } of page) {
      if (problems.length >= problemsPerCheck) continue;
      const refundWaits = charge !== null && waiting.has(`${charge.environmentId} ${charge.id}`);
      for (const message of wrongsOf(intent, charge, refundWaits)) {
        problems.push({ check: "payment", environmentId: intent.environmentId, subject: intent.id, message });
      }
    }
    seen += page.length;
    onSeen(seen);
    const end = page.at(-1);
    if (!end || page.length < pageSize) return { problems, checked: { payments: seen } };
    last = end.intent;
  }
}

type Intent = Pick<
  PaymentIntentRow,
  | "environmentId"
  | "id"
  | "amount"
  | "amountReceived"
  | "amountCapturable"
  | "amountRefunded"
  | "currency"
  | "status"
  | "paymentStatus"
  | "latestChargeId"
  | "cancellationReason"
>;

type Charge = Pick<
  ChargeRow,
  | "environmentId"
  | "id"
  | "paymentIntentId"
  | "amount"
  | "amountCaptured"
  | "amountRefunded"
  | "currency"
  | "status"
  | "captured"
  | "disputeState"
  | "outcome"
  | "canceledAt"
  | "balanceTransactionId"
>;

function pageAfter(db: Db, last: { environmentId: number; id: string }) {
  const i = paymentIntents;
  const c = charges;
  return db
    .select({
      intent: {
        environmentId: i.environmentId,
        id: i.id,
        amount: i.amount,
        amountReceived: i.amountReceived,
        amountCapturable: i.amountCapturable,
        amountRefunded: i.amountRefunded,
        currency: i.currency,
        status: i.status,
        paymentStatus: i.paymentStatus,
        latestChargeId: i.latestChargeId,
        cancellationReason: i.cancellationReason,
      },
      charge: {
        environmentId: c.environmentId,
        id: c.id,
        paymentIntentId: c.paymentIntentId,
        amount: c.amount,
        amountCaptured: c.amountCaptured,
        amountRefunded: c.amountRefunded,
        currency: c.currency,
        status: c.status,
        captured: c.captured,
        disputeState: c.disputeState,
        outcome: c.outcome,
        canceledAt: c.canceledAt,
        balanceTransactionId: c.balanceTransactionId,
      },
    })
    .from(i)
    .leftJoin(c, and(eq(c.environmentId, i.environmentId), eq(c.id, i.latestChargeId)))
    .where(sql`(${i.environmentId}, ${i.id}) > (${last.environmentId}, ${last.id})`)
    .orderBy(asc(i.environmentId), asc(i.id))
    .limit(pageSize);
}

function wrongsOf(intent: Intent, charge: Charge | null, refundWaits: boolean): string[] {
  const word = statusWord(intent, charge, { refundWaits });
  const wrongs = [...wrongsOfIntent(intent, charge), ...(charge ? wrongsOfCharge(intent, charge) : [])];
  if (intent.paymentStatus !== word) wrongs.push(`is shown as ${intent.paymentStatus} but is ${word}`);
  return wrongs;
}

const collected: readonly string[] = ["succeeded", "requires_capture", "processing"];

function wrongsOfIntent(intent: Intent, charge: Charge | null): string[] {
  const wrongs: string[] = [];
  if (intent.latestChargeId !== null && charge === null)
    wrongs.push(`names a charge ${intent.latestChargeId} that is not there`);
  if (collected.includes(intent.status) && charge === null)
    wrongs.push(`is ${intent.status} without a charge`);
  if (!["succeeded", "requires_capture"].includes(intent.status) && intent.amountReceived !== 0)
    wrongs.push(`received ${intent.amountReceived} while it is ${intent.status}`);
  if (intent.status !== "requires_capture" && intent.amountCapturable !== 0) {
    wrongs.push(`holds ${intent.amountCapturable} while it is ${intent.status}`);
  }
  return wrongs;
}

function wrongsOfCharge(intent: Intent, charge: Charge): string[] {
  const wrongs: string[] = [];
  const expect = (holds: boolean, message: string) => void (holds || wrongs.push(message));
  expect(
    charge.paymentIntentId === intent.id,
    `its charge ${charge.id} belongs to ${charge.paymentIntentId}`,
  );
  expect(charge.amountCaptured <= charge.amount, `captured ${charge.amountCaptured} of ${charge.amount}`);
  expect(
    charge.amountCaptured > 0 === (charge.balanceTransactionId !== null),
    "is captured and not booked, or booked and not captured",
  );
  if (!collected.includes(intent.status)) return wrongs;
  expect(charge.currency === intent.currency, `is in ${intent.currency}, its charge in ${charge.currency}`);
  expect(charge.amount === intent.amount, `is over ${intent.amount}, its charge over ${charge.amount}`);
  expect(
    intent.amountReceived === charge.amountCaptured,
    `received ${intent.amountReceived}, its charge captured ${charge.amountCaptured}`,
  );
  expect(
    intent.amountRefunded === charge.amountRefunded,
    `refunded ${intent.amountRefunded}, its charge ${charge.amountRefunded}`,
  );
  return wrongs;
}

async function chargesWithWaitingRefunds(db: Db): Promise<Set<string>> {
  const rows = await db
    .select({ environmentId: refunds.environmentId, chargeId: refunds.chargeId })
    .from(refunds)
    .where(and(eq(refunds.status, "pending"), eq(refunds.pendingReason, "insufficient_funds")));
  return new Set(rows.map((row) => `${row.environmentId} ${row.chargeId}`));
}

/** What charges say was refunded is what their refunds come to, and no more than was captured. */
export async function verifyRefunds(db: Db): Promise<Findings> {
  const sums = db
    .select({
      environmentId: refunds.environmentId,
      chargeId: refunds.chargeId,
      total:
        sql<number>`sum(case when ${refunds.status} in ('failed', 'canceled') then 0 else ${refunds.amount} end)`
          .mapWith(Number)
          .as("total"),
      count: sql<number>`count(*)`.mapWith(Number).as("count"),
    })
    .from(refunds)
    .groupBy(refunds.environmentId, refunds.chargeId)
    .as("sums");
  const { environmentId, id, amountRefunded, amountCaptured, canceledAt } = charges;
  const rows = await db
    .select({ environmentId, id, amountRefunded, amountCaptured, total: sums.total })
    .from(charges)
    .leftJoin(sums, and(eq(sums.environmentId, environmentId), eq(sums.chargeId, id)))
    .where(
      and(
        sql`${canceledAt} is null`,
        or(ne(amountRefunded, sql`coalesce(${sums.total}, 0)`), gt(amountRefunded, amountCaptured)),
      ),
    )
    .limit(problemsPerCheck);
  const problems = rows.map((row) => ({
    check: "refunds",
    environmentId: row.environmentId,
    subject: row.id,
    message: `refunded ${row.amountRefunded} of ${row.amountCaptured}, its refunds come to ${row.total ?? 0}`,
  }));
  return { problems: [...problems, ...(await refundsNotBooked(db))], checked: {} };
}

async function refundsNotBooked(db: Db): Promise<Problem[]> {
  const { environmentId, id, balanceTransactionId, pendingReason } = refunds;
  const rows = await db
    .select({ environmentId, id })
    .from(refunds)
    .leftJoin(charges, and(eq(charges.environmentId, environmentId), eq(charges.id, refunds.chargeId)))
    .where(
      or(
        and(releases(), or(isNull(charges.canceledAt), gt(charges.amountCaptured, 0))),
        and(eq(pendingReason, "insufficient_funds"), isNotNull(balanceTransactionId)),
      ),
    )
    .limit(problemsPerCheck);
  return rows.map((row) => ({
    check: "refunds",
    environmentId: row.environmentId,
    subject: row.id,
    message: "was sent without being booked, or booked while it waits",
  }));
}
