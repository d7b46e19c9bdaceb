import type { SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Permission } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { QueryParams } from "#lib/lists/read-params";
import type { ListedTable } from "#lib/lists/walk";

/**
 * What stands in a column; amounts are minor units of `currency`, a column or the environment's own. `usual`: it is there unless others are chosen;
 * `permission`: what it takes beside the dataset's own.
 */
export type ExportColumn = { of: SQLiteColumn | SQL; usual?: true; permission?: Permission } & (
  | { kind: "text" | "moment" | "number" | "yes_no" }
  | { kind: "amount"; currency: SQLiteColumn | "environment" }
);

/** Something that can be taken away as a file, row by row, newest first (in each of its parts). */
export interface Dataset {
  /** What it takes beside `exports:read`. */
  permission: Permission;
  table: ListedTable;
  /** A table of which one row at most belongs to each. */
  joined?: { table: ListedTable; on: SQL | undefined };
  /** By their heading in the file, in its order. */
  columns: Record<string, ExportColumn>;
  /** What leads to the customer it is about, for their names to be hidden where they are to be. */
  about?: SQLiteColumn;
  /** Where an object's own facts are: each of their names can be a column. */
  metadata?: SQLiteColumn;
  /** Rows that are in no file, such as deleted ones. */
  always?: SQL;
  /** What its rows are told apart by, where an index has them in order only behind that: each part follows the other. */
  parts?: readonly SQL[];
  /** What an address asks of a row: that of its list, or else that of its page. */
  narrow(viewer: Viewer, address: QueryParams): Promise<SQL | undefined>;
}
