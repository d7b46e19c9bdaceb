import { and, asc, eq, getTableColumns, gt, ne } from "drizzle-orm";
import type { ApprovalState } from "#db/schema/approvals";
import { paymentIntents, refundApprovalLines, refundApprovals } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize, may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type Lane, type Page, type PageRequest, readPage } from "#lib/lists/read-page";
import { steps, type Walk } from "#lib/lists/walk";
import { findApproval } from "./find-approval.ts";
import { mayApprove } from "./limits.ts";
import { type ApprovalLine, type ApprovalRow, linesOf } from "./reserve.ts";

/** What waits for a decision, or how it went, with each refund it is about. */
export interface ApprovalCase {
  approval: ApprovalRow;
  lines: ApprovalLine[];
  /** What the viewer may do about it now. */
  may: "decide" | "withdraw" | "look";
}

/** One approval. A 404 for what is not this environment's. Needs refunds:write. */
export async function approvalCase(viewer: Viewer, id: string): Promise<ApprovalCase> {
  authorize(viewer, "refunds:write");
  const handle = await reader(viewer);
  const approval = await findApproval(handle, id);
  return { approval, lines: await linesOf(handle, id), may: await mayDo(viewer, approval) };
}

async function mayDo(
  viewer: Viewer,
  { state, expiresAt, askedById }: ApprovalRow,
): Promise<ApprovalCase["may"]> {
  if (state !== "waiting" || viewer.now() >= expiresAt) return "look";
  if (askedById === viewer.actor.id) return "withdraw";
  return (await mayApprove(viewer)) ? "decide" : "look";
}

export interface ApprovalChoice {
  /** Every one unless named. */
  states: readonly ApprovalState[];
  /** When they were asked for, milliseconds: from the first, before the second. */
  within?: Walk["within"];
  page: PageRequest;
}

/** Approvals, newest first, a page at a time. Needs refunds:write. */
export async function listApprovals(
  viewer: Viewer,
  { states, within, page }: ApprovalChoice,
): Promise<Page<ApprovalRow>> {
  authorize(viewer, "refunds:write");
  const handle = await reader(viewer);
  const pins = states.map((value) => [{ column: refundApprovals.state, value }]);
  const lanes = pins.length === 0 ? [[]] : pins;
  return readPage(
    lanes.map((lane) => laneOf(handle, { table: refundApprovals, pins: lane, ...(within && { within }) })),
    page,
  );
}

function laneOf({ db, environmentId }: Handle, walk: Walk): Lane<ApprovalRow> {
  return {
    read(stretch, limit) {
      const { where, orderBy } = steps(walk, environmentId, stretch);
      return db
        .select()
        .from(refundApprovals)
        .where(and(...where))
        .orderBy(...orderBy)
        .limit(limit);
    },
  };
}

/** As many as a queue counts. */
const mostCounted = 99;

/**
 * Until when each of the approvals can be decided that wait for the viewer, the nearest first; milliseconds. As far as 99
 * of them; none for who may not decide.
 */
export async function endsOfApprovals(viewer: Viewer): Promise<number[]> {
  if (!may(viewer, "refunds:write") || !(await mayApprove(viewer))) return [];
  const { db } = await reader(viewer);
  const waiting = await db
    .select({ expiresAt: refundApprovals.expiresAt })
    .from(refundApprovals)
    .where(
      and(
        eq(refundApprovals.environmentId, viewer.environmentId),
        eq(refundApprovals.state, "waiting"),
        gt(refundApprovals.expiresAt, viewer.now()),
        ne(refundApprovals.askedById, viewer.actor.id ?? ""),
      ),
    )
    // Each lasts as long as another: who asked first is told first.
    .orderBy(asc(refundApprovals.createdAt), asc(refundApprovals.id))
    .limit(mostCounted);
  return waiting.map(({ expiresAt }) => expiresAt);
}

/** The refunds of a payment that wait for approval, the first asked for first. Needs payments:read. */
export async function waitingForApproval(viewer: Viewer, paymentIntentId: string): Promise<ApprovalLine[]> {
  authorize(viewer, "payments:read");
  const { db } = await reader(viewer);
  return db
    .select(getTableColumns(refundApprovalLines))
    .from(refundApprovalLines)
    .innerJoin(
      paymentIntents,
      and(
        eq(paymentIntents.environmentId, refundApprovalLines.environmentId),
        eq(paymentIntents.latestChargeId, refundApprovalLines.chargeId),
      ),
    )
    .where(
      and(
        eq(paymentIntents.environmentId, viewer.environmentId),
        eq(paymentIntents.id, paymentIntentId),
        eq(refundApprovalLines.state, "waiting"),
      ),
    )
    .orderBy(asc(refundApprovalLines.id));
}
