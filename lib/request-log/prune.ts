import { listEnvironments } from "#lib/accounts/environments";
import { day } from "#lib/clock";
import { store } from "./store.ts";

/** As many as are deleted without keeping the process waiting. */
const batch = 500;

/** Forgets calls older than `days` on their environment's clock. */
export async function pruneRequests(days: number): Promise<void> {
  for (const { id, clockOffset } of await listEnvironments()) {
    const before = Date.now() + clockOffset - days * day;
    while (pruneBatch(id, before) === batch) await new Promise((resolve) => setImmediate(resolve));
  }
}

function pruneBatch(environmentId: number, before: number): number {
  const database = store();
  const old = database
    .prepare<[number, number, number], { rowid: number }>(
      "SELECT rowid FROM requests WHERE environment_id = ? AND at < ? ORDER BY at LIMIT ?",
    )
    .all(environmentId, before, batch);
  const request = database.prepare("DELETE FROM requests WHERE rowid = ?");
  database.transaction(() => {
    for (const { rowid } of old) request.run(rowid);
  })();
  const objects = database
    .prepare(
      `DELETE FROM request_objects WHERE (environment_id, object_id, at, request_id) IN
         (SELECT environment_id, object_id, at, request_id FROM request_objects
          WHERE environment_id = ? AND at < ? LIMIT ?)`,
    )
    .run(environmentId, before, batch);
  return Math.max(old.length, objects.changes);
}
