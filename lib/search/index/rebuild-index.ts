import { randomInt } from "node:crypto";
import { max } from "drizzle-orm";
import { events } from "#db/schema/index";
import { searchDocuments, searchTouches } from "#db/schema/search";
import { dropAllTerms, eventSequence, joinParts, searchIndexVersion } from "#db/search-index";
import { globalReader, globalTransaction } from "#db/transaction";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer } from "#lib/auth/viewer";
import { environmentById, listEnvironments } from "#lib/accounts/environments";
import { inWorker } from "#lib/work/in-worker";
import type { Tasks } from "#lib/work/tasks";
import { kinds } from "../documents/kinds.ts";
import { setState, stateOf } from "./state.ts";
import { writeDocuments } from "./write-documents.ts";

/** Few enough that whoever is served meanwhile does not wait. */
const politely = 64;

interface Options {
  /** How many documents are written in one transaction: more is quicker where nobody else waits. */
  atOnce?: number;
  onProgress?: (done: number) => void;
  /** Asked between batches: a rebuild that was stopped begins anew the next time. */
  stopped?: () => boolean;
}

/**
 * Makes the index anew from the rows, which a worker reads; what changes meanwhile is followed afterwards. Until it is
 * through, what it has not come to is not found, and every search says so.
 */
export async function rebuildIndex({
  atOnce = politely,
  onProgress = () => {},
  stopped = () => false,
}: Options = {}): Promise<void> {
  const mark = await begin();
  let done = 0;
  for (const { id } of await listEnvironments()) {
    for (const { kind } of kinds) {
      for await (const documents of readAll(id, kind)) {
        if (stopped()) return;
        await write(documents, atOnce);
        onProgress((done += documents.length));
      }
    }
  }
  await joinAll(atOnce, stopped);
  await finish(mark);
}

/** Empties the index, and marks it as this one's to make, by what no version is called. */
async function begin(): Promise<number> {
  const mark = -randomInt(1, 2 ** 31);
  await globalTransaction(async (db) => {
    await setState(db, "version", mark);
    await dropAllTerms(db);
    await db.delete(searchDocuments);
    await db.delete(searchTouches);
    const [newest] = await db.select({ last: max(eventSequence) }).from(events);
    await setState(db, "events", Number(newest?.last ?? 0));
  });
  return mark;
}

/**
 * Whoever began later, such as a server that was started meanwhile, took away what was written before: the index is
 * whole when they are through.
 */
async function finish(mark: number): Promise<void> {
  await globalTransaction(async (db) => {
    if ((await stateOf(db, "version")) === mark) await setState(db, "version", searchIndexVersion);
  });
}

/** What was written a little at a time is looked up in as many places: joined, a range of amounts is found four times as fast. */
async function joinAll(pages: number, stopped: () => boolean): Promise<void> {
  let turn: "first" | "next" = "first";
  for (let isLeft = true; isLeft && !stopped(); turn = "next") {
    isLeft = await globalTransaction((db) => joinParts(db, pages, turn));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

type ReadPage = Awaited<ReturnType<Tasks["readSearchDocuments"]>>;
type Documents = Parameters<typeof writeDocuments>[1];

async function* readAll(
  environmentId: number,
  kind: (typeof kinds)[number]["kind"],
): AsyncGenerator<Documents> {
  const environment = await environmentById(environmentId);
  if (!environment) return;
  const viewer = systemViewer(environment, "job", new Set(allPermissions));
  let after: ReadPage["next"] = null;
  do {
    const page: ReadPage = await inWorker(viewer, "readSearchDocuments", { kind, after });
    if (page.documents.length > 0) yield page.documents;
    after = page.next;
  } while (after);
}

/** What a change meanwhile brought stays: it is newer than what the worker read. */
async function write(documents: Documents, atOnce: number): Promise<void> {
  for (let start = 0; start < documents.length; start += atOnce) {
    const some = documents.slice(start, start + atOnce);
    await globalTransaction(async (db) => writeDocuments({ ...(await globalReader()), db }, some, "missing"));
    await new Promise((resolve) => setImmediate(resolve));
  }
}
