import type { RowProblem } from "#db/schema/imports";
import type { Handle } from "#db/transaction";
import type { Tx } from "#lib/auth/viewer";
import type { Permission } from "#lib/auth/permissions";

/** What came of a row. */
export type Outcome = "created" | "updated" | "unchanged";

/** What stands in a row, by the field that its column was said to be; metadata by its own names. */
export interface RowValues {
  fields: Record<string, string>;
  metadata: Record<string, string>;
}

/** Something that can be imported: what a row may say of it, and how a row becomes one. */
export interface ImportKind {
  name: string;
  /** Needed to import at all. */
  permission: Permission;
  fields: readonly string[];
  /** Headings that mean a field, in small letters, letters and digits only. */
  headings: Readonly<Record<string, string>>;
  /** Fields that can say which object a row is about; any metadata can, where they are looked through for it. */
  keys: readonly string[];
  /** What is wrong with a row as it stands. */
  problems(values: RowValues): RowProblem[];
  /** The objects that a row is about by its key: those there are, at most two. `key` as in a mapping. */
  find(handle: Handle, key: string, values: RowValues): Promise<string[]>;
  /** Makes the object, or changes it where there is one. Throws a domain error for what cannot be. */
  apply(tx: Tx, id: string | null, values: RowValues): Promise<{ id: string; outcome: Outcome }>;
  /** The next objects behind an id, with the value of a metadata key where they have it. */
  metadataAfter?(
    tx: Tx,
    name: string,
    after: string,
    limit: number,
  ): Promise<{ id: string; value: string | null }[]>;
}
