import { and, asc, eq, inArray } from "drizzle-orm";
import { balanceTransactions, events } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { aftermathOf } from "#lib/disputes/aftermath";
import type { BalanceTransactionRow } from "#lib/ledger/transactions";
import { mailsOfPayment } from "#lib/mail/queries";
import { notesOn } from "#lib/notes/queries";
import { refundsOfPayment } from "#lib/refunds/queries";
import { chargesOfPayment, getPayment } from "./queries.ts";
import type { Moment, StorySources } from "./timeline.ts";

/** A payment with its attempts, refunds and what was booked and said of it. A 404 for what is not this environment's. */
export async function getPaymentStory(viewer: Viewer, id: string): Promise<StorySources> {
  const payment = await getPayment(viewer, id);
  const attempts = await chargesOfPayment(viewer, id);
  const refunds = await refundsOfPayment(viewer, id);
  const aftermath = await aftermathOf(viewer, id);
  return {
    payment,
    attempts,
    refunds,
    transactions: await transactionsOf(viewer, [...attempts, ...refunds, ...aftermath.disputes]),
    mails: await mailsOfPayment(viewer, id),
    moments: await momentsOf(viewer, id),
    aftermath,
    notes: await notesOn(viewer, { kind: "payment", id }),
  };
}

async function transactionsOf(
  viewer: Viewer,
  sources: readonly { id: string }[],
): Promise<BalanceTransactionRow[]> {
  if (sources.length === 0) return [];
  const { db } = await reader(viewer);
  const ids = sources.map(({ id }) => id);
  return db
    .select()
    .from(balanceTransactions)
    .where(
      and(
        eq(balanceTransactions.environmentId, viewer.environmentId),
        inArray(balanceTransactions.sourceId, ids),
      ),
    )
    .orderBy(asc(balanceTransactions.createdAt), asc(balanceTransactions.id));
}

const kinds: Record<string, Moment["kind"]> = {
  "payment_intent.requires_action": "authentication_asked",
  "payment_intent.partially_funded": "partly_sent",
  "payment_intent.payment_failed": "attempt_failed",
};

/** What else a customer may be asked to do. */
const asked: Record<string, Moment["kind"]> = {
  display_bank_transfer_instructions: "transfer_asked",
  verify_with_microdeposits: "deposits_sent",
};

/** Events know of what leaves no row: who was asked to authenticate, and did not. */
async function momentsOf(viewer: Viewer, paymentIntentId: string): Promise<Moment[]> {
  const { db } = await reader(viewer);
  const rows = await db
    .select({ type: events.type, at: events.createdAt, data: events.data })
    .from(events)
    .where(
      and(
        eq(events.environmentId, viewer.environmentId),
        eq(events.paymentIntentId, paymentIntentId),
        inArray(events.type, Object.keys(kinds)),
      ),
    )
    .orderBy(asc(events.createdAt), asc(events.id))
    .limit(100);
  return rows.flatMap(({ type, at, data }) => {
    const kind = type === "payment_intent.requires_action" ? whatWasAsked(data) : kinds[type];
    return kind ? [{ kind, at, code: errorCodeIn(data) }] : [];
  });
}

function whatWasAsked(data: Record<string, unknown> | null): Moment["kind"] {
  const action = data?.next_action;
  const type = typeof action === "object" && action !== null && "type" in action ? action.type : null;
  return (typeof type === "string" ? asked[type] : undefined) ?? "authentication_asked";
}

function errorCodeIn(data: Record<string, unknown> | null): string | null {
  const error = data?.last_payment_error;
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}
