import { environments } from "./accounts.ts";
import {
  choice,
  environmentId,
  foreignKey,
  id,
  index,
  integer,
  json,
  primaryKey,
  table,
  text,
  timestamp,
} from "./columns.ts";
import type { Actor } from "./payments.ts";

/** `mapping`: somebody still says what its columns are. `failed`: the file could not be read to its end. */
export type ImportState = "mapping" | "running" | "done" | "canceled" | "failed";

/** What is wrong with a row: with one of its values, or as a whole. `code` is one of the `errors` catalogue. */
export interface RowProblem {
  field: string | null;
  code: string;
}

/** A file of rows that make or change objects. */
export const imports = table(
  "imports",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    kind: text().notNull(),
    filename: text().notNull(),
    /** Bytes. */
    size: integer().notNull(),
    /** The name of its contents in the folder of files; null once they are gone. */
    storedAs: text(),
    header: json<string[]>().notNull(),
    /** What each column is: a field, `metadata:NAME`, or nothing. */
    columns: json<(string | null)[]>().notNull(),
    /** The column that says which object a row is about. */
    key: text(),
    state: choice<ImportState>().notNull(),
    /** How far it has come: the first byte of the next row, and how many rows are behind it, headings and empty ones too. */
    offset: integer().notNull(),
    rows: integer().notNull(),
    created: integer().notNull(),
    updated: integer().notNull(),
    unchanged: integer().notNull(),
    refused: integer().notNull(),
    /** How far what is there already was read through for its keys; null: to its end. */
    keysAfter: text(),
    startedAt: timestamp(),
    finishedAt: timestamp(),
    createdBy: json<Actor>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("imports_kind").on(t.environmentId, t.kind, t.createdAt, t.id),
  ],
);

/** A row of an import that came to nothing, as it stood in the file. */
export const refusedRows = table(
  "refused_rows",
  {
    environmentId: environmentId(),
    importId: text().notNull(),
    /** Its number in the file, as a spreadsheet counts. */
    row: integer().notNull(),
    cells: json<string[]>().notNull(),
    problems: json<RowProblem[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.importId, t.row] }),
    foreignKey({
      name: "refused_rows_import_fk",
      columns: [t.environmentId, t.importId],
      foreignColumns: [imports.environmentId, imports.id],
    }),
  ],
);

/** Which object a metadata value stands for, where an import goes by it. A hint: the object itself decides. */
export const importKeys = table(
  "import_keys",
  {
    environmentId: environmentId().references(() => environments.id),
    kind: text().notNull(),
    name: text().notNull(),
    value: text().notNull(),
    objectId: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.environmentId, t.kind, t.name, t.value] })],
);
