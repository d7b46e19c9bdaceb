import { notes } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { SubjectKind } from "#lib/notes/subjects";
import { rowsOf } from "./rows-of.ts";

/** Those of these objects about which colleagues wrote a note. */
export async function notedOf(
  handle: Handle,
  kind: SubjectKind,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await rowsOf(handle, notes, notes.subjectId, ids, { column: notes.subjectKind, value: kind });
  return new Set(rows.map(({ subjectId }) => subjectId));
}
