import { and, eq, isNotNull } from "drizzle-orm";
import { update } from "#db/rows";
import { webhookEndpoints } from "#db/schema/index";
import { shared } from "#db/shared";
import { globalReader, transaction } from "#db/transaction";
import { minute } from "#lib/clock";
import { enqueue } from "#lib/jobs/jobs";
import { deliveringViewer } from "#lib/webhooks/drain";
import { channelOf } from "./channels.ts";

/** For how long a listener whose connection broke off is expected back, milliseconds of the system's clock. */
const patience = minute;

const missed = shared("listeners.missed", () => new Map<string, number>());

/** Sends nothing more to listeners that are gone for good, and drops what waits for them. */
export async function leaveGone(): Promise<void> {
  for (const { environmentId, id } of await presentListeners()) {
    if (channelOf(id)) missed.delete(id);
    else if (Date.now() - sinceWhen(id) >= patience) await leave(environmentId, id);
  }
}

function sinceWhen(id: string): number {
  const since = missed.get(id) ?? Date.now();
  missed.set(id, since);
  return since;
}

async function leave(environmentId: number, id: string): Promise<void> {
  missed.delete(id);
  await transaction(await deliveringViewer(environmentId), async (tx) => {
    await update(tx, webhookEndpoints, id, { status: "disabled" });
    await enqueue(tx, "webhooks.drop", { endpointId: id }, { runAt: tx.now });
  });
}

async function presentListeners() {
  const { db } = await globalReader();
  return db
    .select({ environmentId: webhookEndpoints.environmentId, id: webhookEndpoints.id })
    .from(webhookEndpoints)
    .where(and(isNotNull(webhookEndpoints.listenerKeyId), eq(webhookEndpoints.status, "enabled")));
}
