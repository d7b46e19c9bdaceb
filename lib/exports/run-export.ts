import { change, find } from "#db/rows";
import { exports } from "#db/schema/index";
import { shared } from "#db/shared";
import { reader, transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { log } from "#lib/log";
import { notify } from "#lib/notifications/notify";
import { paths } from "#lib/paths";
import { exportChoices } from "./choices.ts";
import { type Allowed, allowedToExport } from "./allowed-to-export.ts";
import type { ExportRow } from "./queries.ts";
import { discardExport, pathOfExport } from "./storage.ts";
import { type Writing, writeInThread } from "./write-in-thread.ts";

/** How long a file can be had, milliseconds. */
export const keptFor = 7 * day;
/** Whoever waited longer may have gone, and is told by mail. */
const patience = 10_000;
/** How often it is noted how far a file is, and asked whether it is still wanted and allowed. */
const pulse = 500;

const turns = shared("exports", () => ({ running: new Set<string>(), last: Promise.resolve() }));

/** Writes the file of an export, one at a time in this process; begun again from the start after a crash. */
export async function runExport(viewer: Viewer, { exportId }: { exportId: string }): Promise<void> {
  const key = `${viewer.environmentId}:${exportId}`;
  if (turns.running.has(key)) return;
  turns.running.add(key);
  const mine = turns.last.then(() => write(viewer, exportId));
  turns.last = mine.catch(() => undefined);
  return mine.finally(() => turns.running.delete(key));
}

async function write(viewer: Viewer, id: string): Promise<void> {
  const row = await find(await reader(viewer), exports, id);
  if (row?.state !== "queued" && row?.state !== "running") return;
  const allowed = await allowedToExport(viewer, row);
  if (!allowed) return end(viewer, id, { state: "stopped" });
  await note(viewer, id, { state: "running", tendedAt: Date.now() });
  const writing = writeInThread({
    environment: viewer.environment,
    ...allowed,
    locale: row.locale,
    now: viewer.now(),
    choices: exportChoices.parse(row.choices),
    path: pathOfExport(row),
  });
  try {
    const size = await watched(viewer, row, { writing, allowed });
    await finish(viewer, row, { size, rowsDone: writing.progress.rows, rowsTotal: writing.progress.rows });
  } catch (error) {
    await discardExport(row);
    log.warn({ export: id, err: error }, "an export was not written");
    await end(viewer, id, { state: "failed" });
  }
}

/** Notes how far it is, and stops it once nobody wants it any more, or whose it is may no longer have it. */
async function watched(
  viewer: Viewer,
  row: ExportRow,
  { writing, allowed }: { writing: Writing; allowed: Allowed },
): Promise<number> {
  let looking: Promise<void> | undefined;
  const look = async () => {
    const { rows, total } = writing.progress;
    const state = await note(viewer, row.id, { rowsDone: rows, rowsTotal: total, tendedAt: Date.now() });
    if (state !== "running") return writing.stop();
    const now = await allowedToExport(viewer, row);
    // Personal fields that are hidden meanwhile would stand in the file.
    if (now?.discreet === allowed.discreet) return;
    await note(viewer, row.id, { state: "stopped" });
    writing.stop();
  };
  const timer = setInterval(() => {
    looking ??= look().finally(() => (looking = undefined));
  }, pulse);
  try {
    return await writing.done;
  } finally {
    clearInterval(timer);
    await looking;
  }
}

function finish(viewer: Viewer, { id, personId }: ExportRow, facts: Partial<ExportRow>): Promise<void> {
  return transaction(viewer, async (tx) => {
    const row = await find(tx, exports, id);
    if (row?.state !== "running") return;
    const finished = {
      ...facts,
      state: "finished",
      finishedAt: tx.now,
      expiresAt: tx.now + keptFor,
    } as const;
    await change(tx, exports, row, finished);
    if (tx.now - row.createdAt < patience) return;
    await notify(tx, "export_ready", {
      subjectId: id,
      path: paths.export(viewer, id),
      permission: "exports:read",
      facts: [],
      to: [personId],
    });
  });
}

async function end(viewer: Viewer, id: string, { state }: Pick<ExportRow, "state">): Promise<void> {
  await note(viewer, id, { state });
}

/** Changes an export that is not over; the state it is in then. */
function note(viewer: Viewer, id: string, patch: Partial<ExportRow>): Promise<ExportRow["state"] | null> {
  return transaction(viewer, async (tx) => {
    const row = await find(tx, exports, id);
    if (row?.state !== "queued" && row?.state !== "running") return row?.state ?? null;
    return (await change(tx, exports, row, patch)).state;
  });
}
