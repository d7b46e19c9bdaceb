import { sql } from "drizzle-orm";
import type { RowProblem } from "#db/schema/imports";
import { importKeys } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Tx } from "#lib/auth/viewer";
import { isDomainError } from "#lib/errors";
import type { ImportKind, Outcome } from "./kind.ts";
import { kindNamed } from "./kinds.ts";
import { keyValue, type Mapping, metadataName, problemsOf, valuesOf } from "./mapping.ts";

/** Makes or changes what a row of a file is about, inside a transaction; what is wrong with it where it comes to nothing. */
export async function importRow(
  tx: Tx,
  mapping: Mapping & { kind: string },
  cells: string[],
): Promise<Outcome | RowProblem[]> {
  const kind = kindNamed(mapping.kind);
  const { key } = mapping;
  if (key === null) return [{ field: null, code: "key_required" }];
  const problems = problemsOf(kind, mapping, cells);
  if (problems.length > 0) return problems;
  const values = valuesOf(mapping.columns, cells);
  const value = keyValue(values, key);
  const ids = await kind.find(tx, key, values);
  if (ids.length > 1) return [{ field: key, code: "key_ambiguous" }];
  try {
    // A savepoint: what a refused row did before it was refused is undone with it.
    return await transaction(tx.viewer, async (inner) => {
      const { id, outcome } = await kind.apply(inner, ids[0] ?? null, values);
      await noteKey(inner, kind, key, { id, value });
      return outcome;
    });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const { param = null, code = "row_refused" } = error.facts;
    return [{ field: param, code }];
  }
}

/** Notes which object a metadata value stands for, so that the next row with it finds it. Other keys need no note. */
export async function noteKey(
  tx: Tx,
  kind: ImportKind,
  key: string,
  { id: objectId, value }: { id: string; value: string },
): Promise<void> {
  const name = metadataName(key);
  if (name === null) return;
  await tx.db
    .insert(importKeys)
    .values({ environmentId: tx.environmentId, kind: kind.name, name, value, objectId })
    .onConflictDoUpdate({
      target: [importKeys.environmentId, importKeys.kind, importKeys.name, importKeys.value],
      set: { objectId: sql`excluded.object_id` },
    });
}
