import { reader, transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { type DomainError, isDomainError } from "#lib/errors";
import { resumeOperation } from "#lib/operations/finish";
import { abandonedUntil } from "#lib/operations/lease";
import { type Answer, isReplay, type KeyedRequest } from "./answer.ts";
import type { ClaimOutcome } from "./claim.ts";
import { findRow, type KeyRow } from "./key-rows.ts";
import { answerOf, assertSameRequest, type Claim, claimFor, inheritedClaim, isOver, refuse } from "./keys.ts";

/** What the caller is told, and whether it was told before. */
export interface Told {
  answer: Answer;
  replayed: boolean;
}

/**
 * Carries out a command that asks a processor, once a key. The command takes `viewer.claim` in its first
 * transaction and settles it in its last (`startOperation` and `finish` do); a caller who comes after a crash
 * finishes what was begun. Throws what is not stored: errors that name a parameter, 401, 403, 409, 429 and 5xx.
 */
export async function answerOnce(
  viewer: Viewer,
  request: KeyedRequest,
  command: (viewer: Viewer) => Promise<unknown>,
): Promise<Told> {
  const row = await findRow(await reader(viewer), request);
  if (row && !isOver(row, viewer.now())) {
    assertSameRequest(row, request);
    if (row.state === "finished") return { answer: answerOf(row), replayed: true };
    if (row.leaseUntil > abandonedUntil() || row.operationId === null) refuse(row, request);
    return { answer: await finishForAnother(viewer, request, row, row.operationId), replayed: true };
  }
  return firstAnswer(viewer, request, command);
}

/** Carries out a command in one transaction together with its key. Throws as `answerOnce`. */
export async function answerInTransaction(
  viewer: Viewer,
  request: KeyedRequest,
  command: (viewer: Viewer) => Promise<unknown>,
): Promise<Told> {
  const claim = claimFor(viewer, request);
  const running = transaction(viewer, async (tx) => {
    await claim.take(tx, null);
    await claim.settle(tx, await outcomeOf(() => transaction(viewer, () => command(viewer))));
  });
  return running.then(() => fresh(claim), replayed);
}

async function firstAnswer(
  viewer: Viewer,
  request: KeyedRequest,
  command: (viewer: Viewer) => Promise<unknown>,
): Promise<Told> {
  const claim = claimFor(viewer, request);
  const claiming = { ...viewer, claim };
  let outcome: ClaimOutcome;
  try {
    outcome = await outcomeOf(() => command(claiming));
  } catch (error) {
    if (claim.answer() === null) return replayed(error);
    return fresh(claim);
  }
  if (claim.answer() !== null) return fresh(claim);
  return storeAfterwards(claiming, request, claim, outcome);
}

/** For an outcome that no transaction of the command has stored, such as an error before its first one ended. */
async function storeAfterwards(
  viewer: Viewer,
  request: KeyedRequest,
  claim: Claim,
  outcome: ClaimOutcome,
): Promise<Told> {
  const storing = transaction(viewer, async (tx) => {
    const row = await findRow(tx, request);
    // An operation of this caller is still open: its end, not this error, is what the key will stand for.
    if (row?.state === "started" && row.operationId !== null && "error" in outcome) {
      assertSameRequest(row, request);
      if (row.requestId === viewer.request?.id) throw outcome.error;
    }
    await claim.take(tx, null);
    await claim.settle(tx, outcome);
  });
  return storing.then(() => fresh(claim), replayed);
}

async function finishForAnother(
  viewer: Viewer,
  request: KeyedRequest,
  row: KeyRow,
  operationId: string,
): Promise<Answer> {
  const claim = inheritedClaim(request, row);
  const outcome = await outcomeOf(() => resumeOperation({ ...viewer, claim }, operationId));
  const told = claim.answer();
  if (told) return told;
  const other = await transaction(viewer, async (tx) => {
    const now = await findRow(tx, request);
    if (now?.state === "finished") return answerOf(now);
    await claim.settle(tx, outcome);
    return null;
  });
  return other ?? fresh(claim).answer;
}

/** A result, or an error worth keeping; other errors are thrown. */
async function outcomeOf(run: () => Promise<unknown>): Promise<ClaimOutcome> {
  try {
    return { result: await run() };
  } catch (error) {
    if (isDomainError(error) && isKept(error)) return { error };
    throw error;
  }
}

/**
 * Whether an error stands for its key. One that names a parameter is failed validation: the caller corrects it
 * and may use the key again. So is what was never begun: not allowed, in somebody's way, too often.
 */
function isKept({ facts }: DomainError): boolean {
  if (facts.status === 402) return true;
  return (
    facts.status >= 400 && facts.status < 500 && facts.param === undefined && !passing.includes(facts.status)
  );
}

const passing = [401, 403, 409, 429];

function fresh(claim: Claim): Told {
  const answer = claim.answer();
  if (!answer) throw new Error("A transaction ended without the answer of its key");
  return { answer, replayed: false };
}

function replayed(error: unknown): Told {
  if (isReplay(error)) return { answer: error.answer, replayed: true };
  throw error;
}
