import { and, asc, eq, gte, lt, sql } from "drizzle-orm";
import type { Db, Prepared } from "#db/engine/engine";
import { searchDocuments, type SearchedKind } from "#db/schema/search";
import { dropTerms, putTerms } from "#db/search-index";
import { perMillisecond, positionAt } from "./positions.ts";

/** An object's words, or none where it is gone. Plain data: a worker may have made it. */
export interface IndexedDocument {
  environmentId: number;
  kind: SearchedKind;
  objectId: string;
  createdAt: number;
  terms: readonly string[];
  digest: string;
}

/** What writing needs of a transaction. */
export interface IndexHandle {
  readonly db: Db;
  prepared<Row>(key: string, build: (db: Db) => Prepared<Row>): Prepared<Row>;
}

/** Puts documents into the index, each in the place of what it was before. `anew`: those that are there stay. */
export async function writeDocuments(
  handle: IndexHandle,
  documents: readonly IndexedDocument[],
  mode: "latest" | "missing" = "latest",
): Promise<void> {
  for (const document of documents) await writeDocument(handle, document, mode);
}

async function writeDocument(handle: IndexHandle, document: IndexedDocument, mode: "latest" | "missing") {
  const { position, digest } = await placeOf(handle, document);
  if (digest === document.digest || (digest !== null && mode === "missing")) return;
  if (digest === null) await take(handle, position, document);
  else {
    await setDigest(handle, position, document.digest);
    if (digest !== "") await dropTerms(handle, position);
  }
  if (document.digest !== "") await putTerms(handle, position, document.terms);
}

/** Where the object stands, with the digest of what is indexed of it; else the first free place of its time, and null. */
async function placeOf(handle: IndexHandle, { environmentId, kind, objectId, createdAt }: IndexedDocument) {
  for (let start = positionAt(createdAt); ; start += perMillisecond) {
    const taken = await placesFrom(handle, start);
    const own = taken.find(
      (row) => row.objectId === objectId && row.kind === kind && row.environmentId === environmentId,
    );
    if (own) return { position: own.position, digest: own.digest };
    // Places are taken in order and never given back.
    if (taken.length < perMillisecond) return { position: start + taken.length, digest: null };
  }
}

async function setDigest({ prepared }: IndexHandle, position: number, digest: string): Promise<void> {
  const statement = prepared("digest of search document", (db) =>
    db
      .update(searchDocuments)
      .set({ digest: sql`${sql.placeholder("digest")}` })
      .where(eq(searchDocuments.position, sql.placeholder("position")))
      .prepare(),
  );
  await statement.execute({ position, digest });
}

function placesFrom(handle: IndexHandle, start: number) {
  const statement = handle.prepared("search places", (db) =>
    db
      .select()
      .from(searchDocuments)
      .where(
        and(
          gte(searchDocuments.position, sql.placeholder("start")),
          lt(searchDocuments.position, sql.placeholder("end")),
        ),
      )
      .orderBy(asc(searchDocuments.position))
      .prepare(),
  );
  return statement.execute({ start, end: start + perMillisecond });
}

async function take(handle: IndexHandle, position: number, document: IndexedDocument): Promise<void> {
  const { environmentId, kind, objectId, digest } = document;
  const statement = handle.prepared("take search place", (db) =>
    db
      .insert(searchDocuments)
      .values({
        position: sql`${sql.placeholder("position")}`,
        environmentId: sql`${sql.placeholder("environmentId")}`,
        kind: sql`${sql.placeholder("kind")}`,
        objectId: sql`${sql.placeholder("objectId")}`,
        digest: sql`${sql.placeholder("digest")}`,
      })
      .prepare(),
  );
  await statement.execute({ position, environmentId, kind, objectId, digest });
}
