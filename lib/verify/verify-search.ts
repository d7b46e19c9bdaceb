import { and, count, desc, eq, gte, isNull, max, ne, sql } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { events } from "#db/schema/index";
import { searchDocuments, searchTouches } from "#db/schema/search";
import { countPositions, eventSequence, searchIndexVersion } from "#db/search-index";
import { reader } from "#db/transaction";
import { listEnvironments } from "#lib/accounts/environments";
import { readDocuments } from "#lib/search/documents/document-of";
import type { Kind } from "#lib/search/documents/kind";
import { kinds } from "#lib/search/documents/kinds";
import { lastPosition, perMillisecond, positionAt } from "#lib/search/index/positions";
import { stateOf } from "#lib/search/index/state";
import { baseTerm } from "#lib/search/index/terms";
import { type Findings, type Problem, problemsPerCheck } from "./problem.ts";

/** How many of each kind, the newest, are compared word by word; of the rest only that they are there. */
const compared = 1000;

/** The search index against the rows: as many of each kind, and the newest as they are now. One that lags proves nothing yet. */
export async function verifySearch(db: Db): Promise<Findings> {
  const problems: Problem[] = [];
  let documents = 0;
  if (!(await isUpToDate(db))) return { problems, checked: { search_documents: documents } };
  for (const { id } of await listEnvironments()) {
    for (const kind of kinds) {
      const { rows, found } = await countsOf(db, kind, id);
      documents += found;
      if (rows !== found) problems.push(miscounted(id, kind, rows, found));
      problems.push(...(await stale(db, kind, id)));
    }
  }
  return { problems: problems.slice(0, problemsPerCheck), checked: { search_documents: documents } };
}

async function isUpToDate(db: Db): Promise<boolean> {
  const [newest] = await db.select({ last: max(eventSequence) }).from(events);
  const [touched] = await db.select({ count: count() }).from(searchTouches);
  return (
    (await stateOf(db, "version")) === searchIndexVersion &&
    (await stateOf(db, "events")) >= Number(newest?.last ?? 0) &&
    touched?.count === 0
  );
}

async function countsOf(db: Db, { table, code, deletedAt }: Kind, environmentId: number) {
  const [row] = await db
    .select({ count: count() })
    .from(table)
    .where(and(eq(table.environmentId, environmentId), deletedAt ? isNull(deletedAt) : undefined));
  const span = { from: 0, until: lastPosition };
  const found = await countPositions(
    db,
    baseTerm({ environmentId, code }),
    { all: true },
    span,
    lastPosition,
  );
  return { rows: row?.count ?? 0, found };
}

/** The newest objects that are not indexed as they are. */
async function stale(db: Db, { kind, table }: Kind, environmentId: number): Promise<Problem[]> {
  const newest = await db
    .select({ createdAt: sql`${table.createdAt}`.mapWith(Number), id: sql`${table.id}`.mapWith(String) })
    .from(table)
    .where(eq(table.environmentId, environmentId))
    .orderBy(desc(table.createdAt), desc(table.id))
    .limit(compared);
  const oldest = newest.at(-1);
  if (!oldest) return [];
  const kept = new Map(
    (await digestsSince(db, { environmentId, kind, createdAt: oldest.createdAt })).map((row) => [
      row.id,
      row.digest,
    ]),
  );
  const handle = await reader({ environmentId, now: Date.now });
  const ids = newest.map(({ id }) => id);
  const now = await readDocuments(handle, kind, ids);
  return now
    .filter(({ objectId, digest }) => (kept.get(objectId) ?? "") !== digest)
    .map(({ objectId }) => ({
      check: "search",
      environmentId,
      subject: objectId,
      message: "is not indexed as it is; npm run reindex makes the index anew",
    }));
}

type Since = Pick<typeof searchDocuments.$inferSelect, "environmentId" | "kind"> & { createdAt: number };

function digestsSince(db: Db, { environmentId, kind, createdAt }: Since) {
  return db
    .select({ id: searchDocuments.objectId, digest: searchDocuments.digest })
    .from(searchDocuments)
    .where(
      and(
        gte(searchDocuments.position, positionAt(createdAt)),
        eq(searchDocuments.environmentId, environmentId),
        eq(searchDocuments.kind, kind),
        ne(searchDocuments.digest, ""),
      ),
    )
    .limit(compared + perMillisecond);
}

function miscounted(environmentId: number, { kind }: Kind, rows: number, found: number): Problem {
  const message = `${found} are indexed, there are ${rows}; npm run reindex makes the index anew`;
  return { check: "search", environmentId, subject: kind, message };
}
