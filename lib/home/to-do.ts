import { and, asc, eq, gte, inArray, isNotNull, isNull, min, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import {
  balanceTransactions,
  charges,
  disputes,
  externalAccounts,
  paymentIntents,
  payouts,
  reviews,
  webhookDeliveries,
  webhookEndpoints,
} from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { getAccount } from "#lib/accounts/queries";
import { endsOfApprovals } from "#lib/approvals/queries";
import { may, type Permission } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { allowedIn } from "#lib/disputes/status";
import { secondStepAskedFrom } from "#lib/team/require-two-step";

/** What waits for somebody. `count`: how many, at most `most`; `by`: the nearest deadline, milliseconds. */
export interface ToDo {
  kind:
    | "disputes"
    | "captures"
    | "approvals"
    | "payouts"
    | "stoppedPayouts"
    | "webhooks"
    | "reviews"
    | "bankAccount"
    | "support"
    | "twoStep"
    | "secondStep";
  count: number;
  by: number | null;
  /** What it is about, where that is one thing. */
  subject: string | null;
}

/** More are not counted. */
export const most = 100;

interface Found {
  count: number;
  by?: number | null;
  subject?: string | null;
}

type Look = [
  kind: ToDo["kind"],
  needs: Permission,
  look: (viewer: Viewer, handle: Handle, approvals: readonly number[]) => Found | Promise<Found>,
];

/**
 * What waits for the viewer, of what they may do: the nearest deadline first, then what has none. `approvals`: as
 * `endsOfApprovals` tells them, for who has asked already.
 */
export async function toDoOf(viewer: Viewer, approvals = endsOfApprovals(viewer)): Promise<ToDo[]> {
  const ends = await approvals;
  const handle = await reader(viewer);
  const looked = await Promise.all(
    looks
      .filter(([, needs]) => may(viewer, needs))
      .map(async ([kind, , look]) => ({
        kind,
        by: null,
        subject: null,
        ...(await look(viewer, handle, ends)),
      })),
  );
  return looked.filter(({ count }) => count > 0).sort(byDeadline);
}

function byDeadline(a: ToDo, b: ToDo): number {
  return a.by === b.by ? 0 : (a.by ?? Infinity) - (b.by ?? Infinity);
}

/** Each with what is needed to do it; of payouts there may be nothing to do but to know. */
const looks: Look[] = [
  ["disputes", "disputes:write", disputesToAnswer],
  ["captures", "payments:write", paymentsToCapture],
  ["approvals", "refunds:write", approvalsToDecide],
  ["stoppedPayouts", "payouts:read", stoppedAccounts],
  ["payouts", "payouts:read", failedPayouts],
  ["webhooks", "webhooks:write", failingWebhooks],
  ["reviews", "payments:write", openReviews],
  ["bankAccount", "bank_accounts:write", missingBankAccount],
  ["support", "account:write", missingSupport],
  ["twoStep", "members:write", twoStepPlanned],
  ["secondStep", "account:read", ownSecondStep],
];

function disputesToAnswer(_viewer: Viewer, handle: Handle): Promise<Found> {
  return counted(handle, disputes, disputes.dueBy, [
    eq(disputes.environmentId, handle.environmentId),
    inArray(disputes.status, [...allowedIn.respond]),
    isNotNull(disputes.dueBy),
  ]);
}

/** Of so many payments that are held, the oldest, the nearest deadline is looked for. */
const mostHeld = 1000;

/** The nearest end of a hold: holds last from days to a month, so that the oldest does not have to end first. */
async function paymentsToCapture(_viewer: Viewer, { db, environmentId }: Handle): Promise<Found> {
  const { latestChargeId, paymentStatus, createdAt, id } = paymentIntents;
  const held = db
    .select({ chargeId: latestChargeId })
    .from(paymentIntents)
    .where(and(eq(paymentIntents.environmentId, environmentId), eq(paymentStatus, "uncaptured")))
    .orderBy(asc(createdAt), asc(id))
    .limit(mostHeld)
    .as("held");
  const [row] = await db
    .select({ count: sql<number>`count(*)`.mapWith(Number), by: min(charges.captureBefore) })
    .from(held)
    .innerJoin(charges, and(eq(charges.environmentId, environmentId), eq(charges.id, held.chargeId)));
  return { count: Math.min(most, row?.count ?? 0), by: row?.by ?? null };
}

function approvalsToDecide(_viewer: Viewer, _handle: Handle, approvals: readonly number[]): Found {
  return { count: approvals.length, by: approvals[0] ?? null };
}

function stoppedAccounts(_viewer: Viewer, handle: Handle): Promise<Found> {
  return counted(handle, externalAccounts, null, [
    eq(externalAccounts.environmentId, handle.environmentId),
    eq(externalAccounts.status, "errored"),
    isNull(externalAccounts.deletedAt),
  ]);
}

/** Those whose money came back within the last week: what failed before was seen, or paid out since. */
async function failedPayouts(viewer: Viewer, { db, environmentId }: Handle): Promise<Found> {
  const back = balanceTransactions;
  const rows = await db
    .select({ id: payouts.id })
    .from(back)
    .innerJoin(payouts, and(eq(payouts.environmentId, environmentId), eq(payouts.id, back.sourceId)))
    .where(
      and(
        eq(back.environmentId, environmentId),
        eq(back.type, "payout_failure"),
        gte(back.createdAt, viewer.now() - 7 * day),
      ),
    )
    .limit(most);
  return { count: rows.length, subject: rows.length === 1 ? (rows[0]?.id ?? null) : null };
}

/** Endpoints with an event that was tried in vain; or that was given up within the last week, and none arrived since. */
async function failingWebhooks(viewer: Viewer, { db, environmentId }: Handle): Promise<Found> {
  const delivery = sql`from ${webhookDeliveries} d where d.environment_id = ${environmentId}
    and d.endpoint_id = ${webhookEndpoints.id}`;
  const latest = (state: "failed" | "delivered") =>
    sql`coalesce((select max(d.created_at) ${delivery} and d.state = ${state}), 0)`;
  const failing = sql`(exists (select 1 ${delivery} and d.state = 'pending' and d.tries > 0)
    or ${latest("failed")} > ${latest("delivered")}
      and ${latest("failed")} >= ${viewer.now() - 7 * day})`;
  const rows = await db
    .select({ id: webhookEndpoints.id })
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.environmentId, environmentId),
        eq(webhookEndpoints.status, "enabled"),
        isNull(webhookEndpoints.deletedAt),
        isNull(webhookEndpoints.listenerKeyId),
        failing,
      ),
    )
    .limit(most);
  return { count: rows.length, subject: rows.length === 1 ? (rows[0]?.id ?? null) : null };
}

/** One after the other: the oldest is told. */
async function openReviews(_viewer: Viewer, { db, environmentId }: Handle): Promise<Found> {
  const rows = await db
    .select({ payment: reviews.paymentIntentId })
    .from(reviews)
    .where(and(eq(reviews.environmentId, environmentId), eq(reviews.open, true)))
    .orderBy(asc(reviews.createdAt), asc(reviews.id))
    .limit(most);
  return { count: rows.length, subject: rows[0]?.payment ?? null };
}

async function missingBankAccount({ environment }: Viewer, handle: Handle): Promise<Found> {
  const { count } = await counted(handle, externalAccounts, null, [
    eq(externalAccounts.environmentId, handle.environmentId),
    eq(externalAccounts.currency, environment.currency),
    isNull(externalAccounts.deletedAt),
  ]);
  return { count: count === 0 ? 1 : 0 };
}

async function missingSupport(viewer: Viewer): Promise<Found> {
  const { supportEmail, supportPhone } = (await getAccount(viewer)).settings;
  return { count: supportEmail || supportPhone ? 0 : 1 };
}

/** The day from which the team is asked for a second step: until then somebody may decide otherwise. */
async function twoStepPlanned(viewer: Viewer): Promise<Found> {
  const { twoStepPlan } = (await getAccount(viewer)).settings;
  return { count: twoStepPlan ? 1 : 0, by: twoStepPlan?.from ?? null };
}

/** One's own, as long as it is missing and the account asks for it, or will. */
async function ownSecondStep(viewer: Viewer): Promise<Found> {
  const from = await secondStepAskedFrom(viewer);
  return { count: from === undefined ? 0 : 1, by: from ?? null };
}

async function counted(
  { db }: Handle,
  table: SQLiteTable,
  deadline: typeof disputes.dueBy | null,
  where: SQL[],
): Promise<Found> {
  const by = deadline ? min(deadline) : sql<null>`null`;
  const [row] = await db
    .select({ count: sql<number>`count(*)`.mapWith(Number), by })
    .from(table)
    .where(and(...where));
  return { count: Math.min(most, row?.count ?? 0), by: row?.by ?? null };
}
