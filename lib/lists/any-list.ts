import type { SQL } from "drizzle-orm";
import type { Scope } from "#db/transaction";
import type { Permission } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import {
  type ListSource,
  readingOf,
  readQuery,
  type Reading,
  type Sorted,
  type Total,
  writeQuery,
} from "./list-source.ts";
import type { Listed, Page, PageRequest } from "./read-page.ts";
import type { QueryParams } from "./read-params.ts";

/** A list whose query nobody needs to know: it is asked with an address. */
export interface AnyList {
  name: string;
  permission: Permission;
  path: ListSource<Listed, Sorted>["path"];
  /** The words of an address that this list understands, always the same for the same query. */
  words(address: QueryParams, reading: Reading): string;
  page(viewer: Viewer, address: QueryParams, request: PageRequest): Promise<Page<Listed>>;
  sum(scope: Scope, address: QueryParams, reading: Reading): Promise<Total[]>;
  /** As a list's own `lets`. */
  lets(scope: Scope, address: QueryParams, reading: Reading): Promise<SQL | undefined>;
}

/** A list as it is asked with addresses. */
export function anyList<Row extends Listed, Query extends Sorted>(source: ListSource<Row, Query>): AnyList {
  const read = (address: QueryParams, reading: Reading) => readQuery(source, address, reading).query;
  return {
    name: source.name,
    permission: source.permission,
    path: source.path,
    words: (address, reading) => writeQuery(source, read(address, reading)).toString(),
    page: (viewer, address, request) => source.page(viewer, read(address, readingOf(viewer)), request),
    sum: (scope, address, reading) => source.sum(scope, read(address, reading), reading),
    lets: (scope, address, reading) => source.lets(scope, read(address, reading), reading),
  };
}
