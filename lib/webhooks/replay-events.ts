import { and, asc, eq, gte, isNotNull, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { find, insert } from "#db/rows";
import { events, webhookDeliveries, webhookEndpoints } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { idOf, randomText } from "#lib/ids";
import { enqueue } from "#lib/jobs/jobs";
import { wants } from "./fan-out.ts";
import { promoteFirst } from "./promote-next.ts";
import { assertEnabled } from "./resend-delivery.ts";

/** As many as a transaction adds without keeping others waiting. */
const batch = 200;

export interface ReplayInput {
  endpointId: string;
  /** Milliseconds: from (inclusive) until (exclusive). */
  from: number;
  until: number;
}

/**
 * Sends all events of a time that an endpoint asks for to it again, oldest first: each once the one before it was
 * delivered or given up. Needs webhooks:write.
 */
export async function replayEvents(viewer: Viewer, { endpointId, from, until }: ReplayInput): Promise<void> {
  authorize(viewer, "webhooks:write");
  if (from >= until) {
    throw invalid("A replay begins before it ends.", { code: "range_empty", param: "until" });
  }
  await transaction(viewer, async (tx) => {
    await assertEnabled(tx, endpointId);
    const replay = { endpointId, from, until: Math.min(until, tx.now + 1), at: tx.now, tail: randomText(11) };
    await enqueue(tx, "webhooks.replay", { ...replay, done: 0, cursor: null }, { runAt: tx.now });
    await audit(tx, "webhook_endpoint.replayed", { subject: endpointId, after: { from, until } });
  });
}

const payload = z.object({
  endpointId: z.string(),
  from: z.number(),
  until: z.number(),
  /** When it was asked for, and what its deliveries' ids end with: the same after a crash. */
  at: z.number(),
  tail: z.string(),
  done: z.number(),
  cursor: z.object({ createdAt: z.number(), id: z.string() }).nullable(),
});

type Replay = z.output<typeof payload>;

/** Puts the next events of a replay in line, and a job for those that follow. */
export async function replayBatch(viewer: Viewer, given: Record<string, unknown>): Promise<void> {
  const replay = payload.parse(given);
  await transaction(viewer, async (tx) => {
    const endpoint = await find(tx, webhookEndpoints, replay.endpointId);
    if (endpoint?.status !== "enabled") return;
    const found = await nextEvents(tx, replay);
    const wanted = found.filter(({ type }) => wants(endpoint, type));
    if (await isInLine(tx, replay, wanted.length)) return;
    for (const [i, event] of wanted.entries()) await line(tx, replay, replay.done + i, event);
    await promoteFirst(tx, replay.endpointId);
    const last = found.at(-1);
    if (!last || found.length < batch) return;
    const cursor = { createdAt: last.createdAt, id: last.id };
    const rest = { ...replay, done: replay.done + wanted.length, cursor };
    await enqueue(tx, "webhooks.replay", rest, { runAt: tx.now });
  });
}

async function nextEvents(tx: Tx, { from, until, cursor }: Replay) {
  return tx.db
    .select({ id: events.id, type: events.type, createdAt: events.createdAt })
    .from(events)
    .where(
      and(
        eq(events.environmentId, tx.environmentId),
        gte(events.createdAt, from),
        lt(events.createdAt, until),
        isNotNull(events.data),
        cursor ? sql`(${events.createdAt}, ${events.id}) > (${cursor.createdAt}, ${cursor.id})` : undefined,
      ),
    )
    .orderBy(asc(events.createdAt), asc(events.id))
    .limit(batch);
}

/** The job may be done twice: what it adds, it adds once. */
async function isInLine(tx: Tx, replay: Replay, wanted: number): Promise<boolean> {
  return wanted > 0 && (await find(tx, webhookDeliveries, idAt(replay, replay.done))) !== undefined;
}

async function line(tx: Tx, replay: Replay, position: number, event: { id: string; type: string }) {
  await insert(tx, webhookDeliveries, {
    id: idAt(replay, position),
    createdAt: replay.at,
    endpointId: replay.endpointId,
    eventId: event.id,
    eventType: event.type,
    state: "queued",
    replay: true,
    startedAt: replay.at,
    tries: 0,
    nextTryAt: null,
  });
}

function idAt({ at, tail }: Replay, position: number): string {
  return idOf("whd", at, position, tail);
}
