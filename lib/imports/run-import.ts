import { change, find, insert } from "#db/rows";
import { imports, refusedRows } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import { permissionsOf } from "#lib/auth/roles";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { discard } from "#lib/files/storage";
import { enqueue } from "#lib/jobs/jobs";
import { membershipOf } from "#lib/people/members";
import { inWorker } from "#lib/work/in-worker";
import { importRow, noteKey } from "./import-row.ts";
import { kindNamed } from "./kinds.ts";
import { metadataName } from "./mapping.ts";
import type { ImportRow } from "./queries.ts";
import type { CsvRow } from "./read-csv.ts";

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
  const { rows, more, broken } = await inWorker(viewer, "readImportRows", {
    storedAs,
    offset,
    limit: rowsPerJob,
  });
  let current: ImportRow | null = row;
  for (let at = 0; at < rows.length && current; at += rowsPerTransaction) {
    const some = rows.slice(at, at + rowsPerTransaction);
    current = await importSome(by, current, { rows: some, before: row.rows });
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (!current) return;
  if (broken !== null) return endImport(by, current, { state: "failed", rows: row.rows + broken - 1 });
  if (!more) return endImport(by, current, { state: "done" });
  await goOn(by, current);
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

function goOn(viewer: Viewer, row: ImportRow): Promise<void> {
  return transaction(viewer, async (tx) => {
    if (await stillAt(tx, row)) await enqueue(tx, "imports.run", { importId: row.id }, { runAt: tx.now });
  });
}

type End = { state: "done" } | { state: "failed"; rows: number };

async function endImport(viewer: Viewer, row: ImportRow, end: End): Promise<void> {
  const ended = await transaction(viewer, async (tx) => {
    const now = await stillAt(tx, row);
    if (!now) return false;
    await change(tx, imports, now, { ...end, finishedAt: tx.now, storedAs: null });
    return true;
  });
  if (ended && row.storedAs !== null) await discard(viewer.environmentId, row.storedAs);
}

/** The import as it is now; undefined when it was canceled, or somebody else has come further. */
async function stillAt(tx: Tx, { id, offset }: ImportRow): Promise<ImportRow | undefined> {
  const now = await find(tx, imports, id);
  return now?.state === "running" && now.offset === offset ? now : undefined;
}

interface Some {
  rows: CsvRow[];
  /** How many rows of the file are before the first that the numbers count. */
  before: number;
}

/** Null when the import was canceled, or somebody else has come as far. */
function importSome(viewer: Viewer, row: ImportRow, { rows, before }: Some): Promise<ImportRow | null> {
  return transaction(viewer, async (tx) => {
    const now = await stillAt(tx, row);
    if (!now) return null;
    const counts = { created: now.created, updated: now.updated, unchanged: now.unchanged };
    let { refused, rows: behind, offset } = now;
    for (const { cells, number, next } of rows) {
      const done = await importRow(tx, now, cells);
      [behind, offset] = [before + number, next];
      if (typeof done === "string") counts[done]++;
      else {
        refused++;
        await insert(tx, refusedRows, { importId: now.id, row: behind, cells, problems: done });
      }
    }
    return change(tx, imports, now, { ...counts, refused, rows: behind, offset });
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
