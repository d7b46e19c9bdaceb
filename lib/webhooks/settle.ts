import { find, insert, update } from "#db/rows";
import { webhookAttempts, webhookDeliveries, webhookEndpoints } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { newId } from "#lib/ids";
import { enqueue } from "#lib/jobs/jobs";
import { tellOfFailingWebhook } from "#lib/notifications/tell-of";
import type { DeliveryRow } from "./claim.ts";
import { promoteNext } from "./promote-next.ts";
import { nextTry } from "./schedule.ts";
import type { Outcome, SendError } from "./send.ts";

/** Notes a try and what follows from it: done, another try later, or given up. */
export async function settle(viewer: Viewer, claimed: DeliveryRow, outcome: Outcome): Promise<void> {
  await transaction(viewer, async (tx) => {
    await insert(tx, webhookAttempts, {
      id: newId("wha", tx.now),
      createdAt: tx.now,
      deliveryId: claimed.id,
      ...outcome,
    });
    if (!(await isStillClaimed(tx, claimed))) return;
    await conclude(tx, claimed, {
      ...next(tx, claimed, outcome),
      lastTryAt: tx.now,
      lastStatus: outcome.status,
      lastError: outcome.error,
    });
  });
}

/** Drops a claimed delivery that nobody wants any more. */
export async function abandon(viewer: Viewer, claimed: DeliveryRow): Promise<void> {
  await transaction(viewer, async (tx) => {
    if (!(await isStillClaimed(tx, claimed))) return;
    await conclude(tx, claimed, { state: "canceled", nextTryAt: null });
  });
}

/** Notes that a delivery arrived, or with `error` that it did not: once, it is not tried again. */
export async function settleOnce(
  viewer: Viewer,
  claimed: DeliveryRow,
  lastError: SendError | null,
): Promise<void> {
  await transaction(viewer, async (tx) => {
    if (!(await isStillClaimed(tx, claimed))) return;
    const state = lastError === null ? "delivered" : "failed";
    const tries = claimed.tries + 1;
    await conclude(tx, claimed, { state, tries, nextTryAt: null, lastTryAt: tx.now, lastError });
  });
}

type Conclusion = Partial<Omit<DeliveryRow, "environmentId">> & Pick<DeliveryRow, "state">;

/** Somebody may have asked for it again, or taken it over, while it was on its way. */
async function isStillClaimed(tx: Tx, { id, leaseUntil }: DeliveryRow): Promise<boolean> {
  const row = await find(tx, webhookDeliveries, id);
  return row?.state === "pending" && row.leaseUntil === leaseUntil;
}

async function conclude(tx: Tx, delivery: DeliveryRow, conclusion: Conclusion): Promise<void> {
  await update(tx, webhookDeliveries, delivery.id, { ...conclusion, leaseUntil: null });
  if (conclusion.state === "failed") await tellOfFailure(tx, delivery.endpointId, conclusion);
  if (conclusion.state !== "pending") {
    if (delivery.replay) await promoteNext(tx, delivery.endpointId);
    return;
  }
  await enqueueRetry(tx, delivery.endpointId, conclusion.nextTryAt ?? tx.now);
}

/** A command line that listened and went away is nobody's trouble. */
async function tellOfFailure(tx: Tx, endpointId: string, { lastStatus, lastError }: Conclusion) {
  const endpoint = await find(tx, webhookEndpoints, endpointId);
  if (!endpoint || endpoint.listenerKeyId !== null) return;
  const { id, url } = endpoint;
  await tellOfFailingWebhook(tx, { id, url, answer: lastError ?? `HTTP ${lastStatus}` });
}

/** One job an endpoint, for the earliest of its retries. */
export async function enqueueRetry(tx: Tx, endpointId: string, runAt: number): Promise<void> {
  await enqueue(tx, "webhooks.retry", { endpointId }, { runAt, uniqueKey: `webhooks.retry:${endpointId}` });
}

function next(tx: Tx, delivery: DeliveryRow, { status }: Outcome): Conclusion {
  const tries = delivery.tries + 1;
  if (status !== null && status >= 200 && status < 300) return { state: "delivered", tries, nextTryAt: null };
  const at = nextTry(tx.viewer.environment.kind, tries, delivery.startedAt, tx.now);
  return { state: at === null ? "failed" : "pending", tries, nextTryAt: at };
}
