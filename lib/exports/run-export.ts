import { change, find } from "#db/rows";
import { exports } from "#db/schema/index";
import { shared } from "#db/shared";
import { reader, transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { enqueue } from "#lib/jobs/jobs";
import { log } from "#lib/log";
import { notify } from "#lib/notifications/notify";
import { paths } from "#lib/paths";
import { exportChoices } from "./choices.ts";
import { type Allowed, allowedToExport } from "./allowed-to-export.ts";
import { isAwaited } from "./at-once.ts";
import type { ExportRow } from "./queries.ts";
import { discardExport, pathOfExport } from "./storage.ts";
import { type Writing, writeInThread } from "./write-in-thread.ts";

/** How long a file can be had, milliseconds. */
export const keptFor = 7 * day;
/** How often it is noted how far a file is, and asked whether it is still wanted and allowed. */
const pulse = 500;

/** How soon an export whose turn has not come asks again. */
const askAgainAfter = 2000;

const running = shared("exports", () => new Set<string>());

/**
 * Writes the file of an export, one at a time in this process; begun again from the start after a crash. While another
 * is written it is put off, so that what waits keeps no other job from its turn.
 */
export async function runExport(viewer: Viewer, { exportId }: { exportId: string }): Promise<void> {
  const key = `${viewer.environmentId}:${exportId}`;
  if (running.has(key)) return;
  if (running.size > 0) {
    return transaction(viewer, (tx) =>
      enqueue(
        tx,
        "exports.write",
        { exportId },
        { runAt: tx.now + askAgainAfter, uniqueKey: `exports.write:${exportId}` },
      ),
    );
  }
  running.add(key);
  return write(viewer, exportId).finally(() => running.delete(key));
}

async function write(viewer: Viewer, id: string): Promise<void> {
  const row = await find(await reader(viewer), exports, id);
  if (row?.state !== "queued" && row?.state !== "running") return;
  const allowed = await allowedToExport(viewer, row);
  if (!allowed) return end(viewer, id, { state: "stopped" });
  const choices = { ...exportChoices.parse(row.choices), discreet: allowed.discreet };
  await note(viewer, id, { state: "running", tendedAt: Date.now(), choices });
  const writing = writeInThread({
    environment: viewer.environment,
    ...allowed,
    locale: row.locale,
    now: viewer.now(),
    choices,
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
    looking ??= look()
      .catch((error: unknown) => log.warn({ export: row.id, err: error }, "an export could not be tended"))
      .finally(() => (looking = undefined));
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
    if (isAwaited(row, tx.now)) return;
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
