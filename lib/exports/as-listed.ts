import type { SQL } from "drizzle-orm";
import type { Viewer } from "#lib/auth/viewer";
import { listNamed } from "#lib/lists/all";
import { readingOf } from "#lib/lists/list-source";
import type { QueryParams } from "#lib/lists/read-params";

/** Narrows rows as the list of this name does. */
export function asListed(name: string): (viewer: Viewer, address: QueryParams) => Promise<SQL | undefined> {
  return (viewer, address) => listNamed(name).lets(viewer, address, readingOf(viewer));
}
