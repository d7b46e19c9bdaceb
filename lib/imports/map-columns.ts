import { change } from "#db/rows";
import { imports } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { readPreference, setPreference } from "#lib/people/preferences";
import { kindNamed } from "./kinds.ts";
import { isTarget, keysOf, type Mapping, remember, rememberedFor } from "./mapping.ts";
import { findImport, type ImportRow } from "./queries.ts";

/** Says what the columns of a file are, which is remembered for the next file with the same headings. */
export async function mapColumns(
  viewer: Viewer,
  named: Pick<ImportRow, "kind" | "id">,
  mapping: Mapping,
): Promise<ImportRow> {
  const kind = kindNamed(named.kind);
  authorize(viewer, kind.permission);
  return transaction(viewer, async (tx) => {
    const row = await findImport(tx, named.kind, named.id);
    if (row.state !== "mapping") throw begun();
    const columns = row.header.map((_, at) => mapping.columns[at] ?? null);
    assertFits(columns, mapping.key);
    const preference = rememberedFor(kind);
    const before = await readPreference(viewer, preference);
    await setPreference(viewer, preference, remember(before, row.header, { ...mapping, columns }));
    return change(tx, imports, row, { columns, key: mapping.key });
  });

  function assertFits(columns: (string | null)[], key: string | null): void {
    const said = columns.filter((target) => target !== null);
    const wrong = said.find((target) => !isTarget(kind, target));
    if (wrong !== undefined) throw invalid(`A column cannot be ${wrong}.`, { code: "column_unknown" });
    if (new Set(said).size < said.length) {
      throw invalid("Two columns are said to be the same.", { code: "column_twice" });
    }
    if (key === null || !keysOf(kind, columns).includes(key)) {
      throw invalid("Say which column a row is known by.", { code: "key_required", param: "key" });
    }
  }
}

/** What an import that is running or over says of being changed. */
export function begun() {
  return invalid("This import has begun already.", { code: "import_begun" });
}
