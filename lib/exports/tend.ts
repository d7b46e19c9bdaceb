import { and, eq, inArray, isNotNull, lt, or } from "drizzle-orm";
import { remove } from "#db/rows";
import { exports } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import { listEnvironments } from "#lib/accounts/environments";
import { systemViewer, type Viewer } from "#lib/auth/viewer";
import { day, minute } from "#lib/clock";
import { enqueue } from "#lib/jobs/jobs";
import type { ExportRow } from "./queries.ts";
import { discardExport } from "./storage.ts";

/** Nobody has written for so long: whoever did is gone. */
const abandonedAfter = 2 * minute;
/** What did not become a file is remembered for so long. */
const rememberedFor = 7 * day;

/** Begins again what a crash interrupted, and takes away what has expired. */
export async function tendExports(): Promise<void> {
  for (const environment of await listEnvironments()) {
    const viewer = systemViewer(environment, "job", new Set());
    for (const { id } of await abandoned(viewer)) {
      await transaction(viewer, (tx) =>
        enqueue(tx, "exports.write", { exportId: id }, { runAt: tx.now, uniqueKey: `exports.write:${id}` }),
      );
    }
    for (const row of await over(viewer)) {
      await discardExport(row);
      await transaction(viewer, (tx) => remove(tx, exports, row.id));
    }
  }
}

async function abandoned(viewer: Viewer): Promise<ExportRow[]> {
  const { db } = await reader(viewer);
  return db
    .select()
    .from(exports)
    .where(
      and(
        eq(exports.environmentId, viewer.environmentId),
        or(
          and(eq(exports.state, "queued"), lt(exports.createdAt, viewer.now() - abandonedAfter)),
          and(eq(exports.state, "running"), lt(exports.tendedAt, Date.now() - abandonedAfter)),
        ),
      ),
    );
}

async function over(viewer: Viewer): Promise<ExportRow[]> {
  const { db } = await reader(viewer);
  const here = eq(exports.environmentId, viewer.environmentId);
  const expired = and(here, isNotNull(exports.expiresAt), lt(exports.expiresAt, viewer.now()));
  const ended = and(
    here,
    inArray(exports.state, ["stopped", "failed"]),
    lt(exports.createdAt, viewer.now() - rememberedFor),
  );
  return [
    ...(await db.select().from(exports).where(expired)),
    ...(await db.select().from(exports).where(ended)),
  ];
}
