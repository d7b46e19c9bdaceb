import type { SQL } from "drizzle-orm";
import type { Viewer } from "#lib/auth/viewer";
import { isList, listNamed } from "#lib/lists/all";
import { readingOf } from "#lib/lists/list-source";
import type { QueryParams } from "#lib/lists/read-params";

type Narrow = (viewer: Viewer, address: QueryParams) => Promise<SQL | undefined>;

/** Narrows rows as the list of this name does; `otherwise`: while there is no such list, as their page does. */
export function asListed(name: string, otherwise?: Narrow): Narrow {
  return (viewer, address) =>
    otherwise && !isList(name)
      ? otherwise(viewer, address)
      : listNamed(name).lets(viewer, address, readingOf(viewer));
}
