import { insert } from "#db/rows";
import { idempotencyKeys } from "#db/schema/index";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { conflict, idempotencyMismatch } from "#lib/errors";
import { lease } from "#lib/operations/lease";
import { type Answer, type KeyedRequest, replay } from "./answer.ts";
import type { ClaimOutcome, IdempotencyClaim } from "./claim.ts";
import { targetOf } from "./fingerprint.ts";
import { fromKept, toKept } from "./kept-answer.ts";
import { deleteRow, findRow, finishRow, type KeyRow, nameOperation } from "./key-rows.ts";

/** How long a key stands for its first request, milliseconds. */
export const keyLifetime = day;

/** One caller's hold on a key. */
export interface Claim extends IdempotencyClaim {
  /** What `settle` stored, once that is durable; null before. */
  answer(): Answer | null;
}

/**
 * The claim of one request on its key. `viewer.request.id` tells its own claim from another's. `take` throws a
 * replay when the key was answered, 409 while somebody else is at it, 400 when it stands for something else.
 */
export function claimFor(viewer: Viewer, request: KeyedRequest): Claim {
  const requestId = viewer.request?.id ?? null;
  let stored: Answer | null = null;
  let written = false;
  return {
    answer: () => stored,
    async take(tx, operationId) {
      const row = await currentRow(tx, request);
      written = row !== undefined;
      if (row) {
        if (!isMine(row, requestId)) refuse(row, request);
        await nameOperation(tx, request, operationId, Date.now() + lease);
      } else if (operationId !== null) {
        await insertRow(tx, request, { requestId, operationId });
        written = true;
      }
    },
    async settle(tx, outcome: ClaimOutcome) {
      const answer = await request.toAnswer(tx.viewer, outcome);
      if (written) await finishRow(tx, request, answer.status, answer.body);
      else await insertRow(tx, request, { requestId, operationId: null, answer });
      tx.afterCommit(() => (stored = { ...answer, requestId }));
    },
  };
}

/** A claim taken over from a caller who is gone: its row is there, and is only settled. */
export function inheritedClaim(request: KeyedRequest, row: KeyRow): Claim {
  let stored: Answer | null = null;
  return {
    answer: () => stored,
    async take() {},
    async settle(tx, outcome) {
      const answer = await request.toAnswer(tx.viewer, outcome);
      await finishRow(tx, request, answer.status, answer.body);
      tx.afterCommit(() => (stored = { ...answer, requestId: row.requestId }));
    },
  };
}

/** Throws what a key that is in use means for a request: a replay, 409, or 400 when it stands for something else. */
export function refuse(row: KeyRow, request: KeyedRequest): never {
  assertSameRequest(row, request);
  if (row.state === "finished") throw replay(answerOf(row));
  throw conflict(
    `There is currently another in-progress request using this Idempotent Key (that probably means you submitted ` +
      `twice, and the other request is still going through): ${request.key}. Please try again later.`,
    "idempotency_key_in_use",
    "idempotency_error",
  );
}

/** Throws 400 when the key was first used for something else. */
export function assertSameRequest(row: KeyRow, { fingerprint, key }: KeyedRequest): void {
  if (row.fingerprint === fingerprint) return;
  const [before, now] = [targetOf(row.fingerprint), targetOf(fingerprint)];
  const only =
    before === now
      ? "with the same parameters they were first used with"
      : `for the same endpoint they were first used for ('${now}' vs '${before}')`;
  throw idempotencyMismatch(
    `Keys for idempotent requests can only be used ${only}. Try using a key other than '${key}' if you meant to ` +
      `execute a different request.`,
  );
}

/** What a finished key's caller was told. */
export function answerOf(row: KeyRow): Answer {
  return { status: row.status ?? 200, body: fromKept(row.answer), requestId: row.requestId };
}

/** Whether a key's time is over, on the environment's clock. */
export function isOver(row: KeyRow, now: number): boolean {
  return row.createdAt + keyLifetime <= now;
}

async function currentRow(tx: Tx, request: KeyedRequest): Promise<KeyRow | undefined> {
  const row = await findRow(tx, request);
  if (!row || !isOver(row, tx.now)) return row;
  await deleteRow(tx, request);
  return undefined;
}

function isMine(row: KeyRow, requestId: string | null): boolean {
  return requestId !== null && row.requestId === requestId;
}

interface NewRow {
  requestId: string | null;
  operationId: string | null;
  answer?: { status: number; body: unknown };
}

async function insertRow(
  tx: Tx,
  request: KeyedRequest,
  { requestId, operationId, answer }: NewRow,
): Promise<void> {
  await insert(tx, idempotencyKeys, {
    door: request.door,
    key: request.key,
    fingerprint: request.fingerprint,
    createdAt: tx.now,
    state: answer ? "finished" : "started",
    operationId,
    leaseUntil: Date.now() + lease,
    status: answer?.status,
    answer: answer && toKept(answer.body),
    requestId,
  });
}
