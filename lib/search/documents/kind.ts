import type { SearchedKind } from "#db/schema/search";
import type { Handle } from "#db/transaction";
import type { IdentifiedTable } from "#db/rows";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Permission } from "#lib/auth/permissions";
import type { Sheet } from "./sheet.ts";

/** An object as it is now, and what it can be found by. */
export interface Entry<Row = unknown> {
  row: Row;
  sheet: Sheet;
  /** Deleted: its row is there, but it is not to be found. */
  gone?: boolean;
}

/** A kind of object that is found by its words. Adding one is adding it to `kinds.ts`. */
export interface Kind<Row = unknown> {
  kind: SearchedKind;
  /** The letter it goes by in the index; never changed. */
  code: string;
  table: IdentifiedTable & { createdAt: SQLiteColumn };
  /** Where a deleted one keeps its row: when that was. */
  deletedAt?: SQLiteColumn;
  permission: Permission;
  /** What the API calls it. */
  object: string;
  /** Whether one object can have all of these values of a fact; where it is not said, it can. */
  canHave?(name: string, values: readonly string[]): boolean;
  /** Those of these ids that have a row, in any order. */
  read(handle: Handle, ids: readonly string[]): Promise<Entry<Row>[]>;
}
