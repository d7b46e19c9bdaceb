import { sql } from "drizzle-orm";
import { change, find, insert } from "#db/rows";
import type { RowProblem } from "#db/schema/imports";
import { importKeys, imports, refusedRows } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import { permissionsOf } from "#lib/auth/roles";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { isDomainError } from "#lib/errors";
import { discard } from "#lib/files/storage";
import { enqueue } from "#lib/jobs/jobs";
import { membershipOf } from "#lib/people/members";
import { inWorker } from "#lib/work/in-worker";
import type { ImportKind, Outcome } from "./kind.ts";
import { kindNamed } from "./kinds.ts";
import { keyValue, metadataName, problemsOf, valuesOf } from "./mapping.ts";
import type { ImportRow } from "./queries.ts";

/** Few enough that whoever is served meanwhile does not wait. */
const rowsPerTransaction = 20;
const rowsPerJob = 500;

/**
 * Imports the next rows of a file, and has the rest done afterwards. Each row counts once, however often this is begun
 * again: what it did and how far the import has come are one transaction.
 */
export async function runImport(viewer: Viewer, { importId }: Record<string, unknown>): Promise<void> {
  const row = await find(await reader(viewer), imports, String(importId));
  if (row?.state !== "running" || row.storedAs === null) return;
  if (!(await stillMay(viewer, row))) return stopImport(viewer, row.id);
  const by = { ...viewer, actor: row.createdBy };
  if (row.keysAfter !== null) return noteKeys(by, row, row.keysAfter);
  const { storedAs, offset } = row;
  const { rows, next, more, broken } = await inWorker(viewer, "readImportRows", {
    storedAs,
    offset,
    limit: rowsPerJob,
  });
  let current: ImportRow | null = row;
  for (let at = 0; at < rows.length && current; at += rowsPerTransaction) {
    const some = rows.slice(at, at + rowsPerTransaction);
    current = await importSome(by, current, { rows: some, next: next[at + some.length - 1] ?? offset });
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (current) await goOn(by, current, more ? "more" : broken ? "broken" : "over");
}

/** Whether whoever started it may still do it: they may have been removed, or the account closed. */
async function stillMay({ environment }: Viewer, { kind, createdBy }: ImportRow): Promise<boolean> {
  if (createdBy.type !== "person" || createdBy.id === null) return true;
  const membership = await membershipOf(environment.accountId, createdBy.id);
  return (
    membership !== undefined && permissionsOf(membership, environment.kind).has(kindNamed(kind).permission)
  );
}

function stopImport(viewer: Viewer, id: string): Promise<void> {
  return transaction(viewer, async (tx) => {
    const now = await find(tx, imports, id);
    if (now?.state === "running") await change(tx, imports, now, { state: "canceled", finishedAt: tx.now });
  });
}

async function goOn(viewer: Viewer, row: ImportRow, rest: "more" | "broken" | "over"): Promise<void> {
  const ended = await transaction(viewer, async (tx) => {
    const now = await find(tx, imports, row.id);
    if (now?.state !== "running" || now.offset !== row.offset) return false;
    if (rest === "more") {
      await enqueue(tx, "imports.run", { importId: row.id }, { runAt: tx.now });
      return false;
    }
    const state = rest === "over" ? "done" : "failed";
    await change(tx, imports, now, { state, finishedAt: tx.now, storedAs: null });
    return true;
  });
  if (ended && row.storedAs !== null) await discard(viewer.environmentId, row.storedAs);
}

interface Some {
  rows: string[][];
  next: number;
}

/** Null when the import was canceled, or somebody else has come as far. */
function importSome(viewer: Viewer, row: ImportRow, { rows, next }: Some): Promise<ImportRow | null> {
  return transaction(viewer, async (tx) => {
    const now = await find(tx, imports, row.id);
    if (now?.state !== "running" || now.offset !== row.offset) return null;
    const counts = { created: now.created, updated: now.updated, unchanged: now.unchanged };
    let { refused } = now;
    for (const [at, cells] of rows.entries()) {
      const done = await importOne(tx, now, cells);
      if (typeof done === "string") counts[done]++;
      else {
        refused++;
        const place = { importId: now.id, row: now.rows + at + 1 };
        await insert(tx, refusedRows, { ...place, cells, problems: done });
      }
    }
    return change(tx, imports, now, { ...counts, refused, rows: now.rows + rows.length, offset: next });
  });
}

async function importOne(tx: Tx, row: ImportRow, cells: string[]): Promise<Outcome | RowProblem[]> {
  const kind = kindNamed(row.kind);
  const problems = problemsOf(kind, row, cells);
  if (problems.length > 0 || row.key === null) return problems;
  const { key } = row;
  const values = valuesOf(row.columns, cells);
  const value = keyValue(values, key);
  const ids = await kind.find(tx, key, values);
  if (ids.length > 1) return [{ field: key, code: "key_ambiguous" }];
  try {
    // A savepoint: what a refused row did before it was refused is undone with it.
    return await transaction(tx.viewer, async (inner) => {
      const { id, outcome } = await kind.apply(inner, ids[0] ?? null, values);
      await noteKey(inner, kind, key, { id, value });
      return outcome;
    });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const { param = null, code = "row_refused" } = error.facts;
    return [{ field: param, code }];
  }
}

async function noteKey(
  tx: Tx,
  kind: ImportKind,
  key: string,
  { id: objectId, value }: { id: string; value: string },
): Promise<void> {
  const name = metadataName(key);
  if (name === null) return;
  await tx.db
    .insert(importKeys)
    .values({ environmentId: tx.environmentId, kind: kind.name, name, value, objectId })
    .onConflictDoUpdate({
      target: [importKeys.environmentId, importKeys.kind, importKeys.name, importKeys.value],
      set: { objectId: sql`excluded.object_id` },
    });
}

const keysPerTransaction = 100;

/** Notes which objects there are already by the key, some at a time, before the first row is imported. */
async function noteKeys(viewer: Viewer, row: ImportRow, after: string): Promise<void> {
  const kind = kindNamed(row.kind);
  const key = row.key ?? "";
  await transaction(viewer, async (tx) => {
    const now = await find(tx, imports, row.id);
    if (now?.state !== "running" || now.keysAfter !== after) return;
    const found = (await kind.metadataAfter?.(tx, metadataName(key) ?? "", after, keysPerTransaction)) ?? [];
    for (const { id, value } of found) if (value !== null) await noteKey(tx, kind, key, { id, value });
    const last = found.length < keysPerTransaction ? null : (found.at(-1)?.id ?? null);
    await change(tx, imports, now, { keysAfter: last });
    await enqueue(tx, "imports.run", { importId: row.id }, { runAt: tx.now });
  });
}
