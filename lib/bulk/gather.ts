import type { RunAmount } from "#db/schema/bulk";
import { bulkRows, bulkRuns } from "#db/schema/index";
import { change } from "#db/rows";
import { reader, transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { enqueue } from "#lib/jobs/jobs";
import { listNamed } from "#lib/lists/all";
import { type Key, keyText, readKey } from "#lib/lists/key";
import { fromWords } from "#lib/lists/words";
import { inTheNameOf } from "./in-the-name-of.ts";
import { plannedRows } from "./planned-rows.ts";
import type { BulkRow } from "./row-claim.ts";
import { type BulkRun, findRun } from "./run.ts";

/** Rows one transaction takes in; the others do not wait long for it. */
const batch = 200;
/** Transactions a job makes before it makes way for others. */
const batches = 20;

/**
 * Takes in the rows of a run with what will be done to each, until all are there; then it can be confirmed. One whose
 * maker may not do it any more is canceled: with part of its rows it would look whole.
 */
export async function gather(viewer: Viewer, { run: id }: { run: string }): Promise<void> {
  for (let turn = 0; turn < batches; turn++) {
    const run = await findRun(await reader(viewer), id);
    if (run.state !== "preparing") return;
    const person = await inTheNameOf(viewer, run);
    if (!person) return giveUp(viewer, id);
    await takeNext(viewer, run, await nextOf(person, run));
  }
  await transaction(viewer, (tx) =>
    enqueue(tx, "bulk.gather", { run: id }, { runAt: tx.now, uniqueKey: `bulk.gather ${id}` }),
  );
}

function giveUp(viewer: Viewer, id: string): Promise<void> {
  return transaction(viewer, async (tx) => {
    const run = await findRun(tx, id);
    if (run.state !== "preparing") return;
    await change(tx, bulkRuns, run, { state: "canceled", endedAt: tx.now });
  });
}

function takeNext(viewer: Viewer, run: BulkRun, { ids, next }: Stretch): Promise<void> {
  return transaction(viewer, async (tx) => {
    const now = await findRun(tx, run.id);
    if (now.state !== "preparing" || now.gatheredUntil !== run.gatheredUntil) return;
    const taken = await takeIn(tx, now, ids);
    await change(tx, bulkRuns, now, {
      total: now.total + taken.length,
      leftOut: now.leftOut + taken.filter(({ state }) => state === "left_out").length,
      amounts: adding(now.amounts, taken),
      gatheredUntil: next,
      state: next === null ? "ready" : "preparing",
    });
  });
}

interface Stretch {
  ids: string[];
  /** Where to go on; null: this was the last of it. */
  next: string | null;
}

function nextOf(viewer: Viewer, run: BulkRun): Promise<Stretch> | Stretch {
  return run.ids ? ofIds(run, run.ids) : ofMatching(viewer, run);
}

function ofIds({ gatheredUntil }: BulkRun, all: string[]): Stretch {
  const from = Number(gatheredUntil ?? 0);
  const until = from + batch;
  return { ids: all.slice(from, until), next: until < all.length ? String(until) : null };
}

/**
 * What matched when the run was made: what came later is not in it. Whatever the list was ordered by, it is walked by
 * creation: who spends meanwhile would change their place among customers by spend, and be passed over.
 */
async function ofMatching(viewer: Viewer, run: BulkRun): Promise<Stretch> {
  const { list, words, gatheredUntil, createdAt, timeZone } = run;
  const { sort: _, ...address } = fromWords(words ?? "");
  const from = readKey(gatheredUntil ?? "");
  const then = { ...viewer, timeZone, now: () => createdAt };
  const page = await listNamed(list).page(then, address, {
    direction: "older",
    from,
    size: batch,
    entries: 5000,
  });
  const next: Key | null = page.older ?? page.continueFrom;
  const ids = page.rows.filter((row) => row.createdAt <= createdAt).map((row) => row.id);
  return { ids, next: next && keyText(next) };
}

async function takeIn(tx: Tx, run: BulkRun, ids: string[]): Promise<BulkRow[]> {
  const planned = await plannedRows(tx, run, ids);
  const rows = planned.map(({ objectId, plan }, index) => {
    const common = { environmentId: tx.environmentId, runId: run.id, objectId };
    const place = run.total + index;
    return "leftOut" in plan
      ? { ...common, place, state: "left_out" as const, code: plan.leftOut }
      : {
          ...common,
          place,
          state: "waiting" as const,
          amount: plan.amount,
          fee: plan.fee ?? null,
          currency: plan.currency,
        };
  });
  if (rows.length === 0) return [];
  return tx.db.insert(bulkRows).values(rows).onConflictDoNothing().returning();
}

function adding(amounts: RunAmount[], rows: BulkRow[]): RunAmount[] {
  const byCurrency = new Map(amounts.map((each) => [each.currency, each]));
  for (const { currency, amount, fee } of rows) {
    if (currency === null || amount === null) continue;
    const before = byCurrency.get(currency) ?? { currency, count: 0, amount: 0, fee: 0 };
    const fees = (before.fee ?? 0) + (fee ?? 0);
    byCurrency.set(currency, {
      currency,
      count: before.count + 1,
      amount: before.amount + amount,
      ...(fees > 0 && { fee: fees }),
    });
  }
  return [...byCurrency.values()].sort((a, b) => b.count - a.count);
}
