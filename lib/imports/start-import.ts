import { change } from "#db/rows";
import { imports } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { enqueue } from "#lib/jobs/jobs";
import { kindNamed } from "./kinds.ts";
import { begun } from "./map-columns.ts";
import { metadataName } from "./mapping.ts";
import { findImport, type ImportRow } from "./queries.ts";

/** Has the rows of a file imported, in the background and in the name of whoever starts it. */
export async function startImport(viewer: Viewer, named: Pick<ImportRow, "kind" | "id">): Promise<ImportRow> {
  authorize(viewer, kindNamed(named.kind).permission);
  return transaction(viewer, async (tx) => {
    const row = await findImport(tx, named.kind, named.id);
    if (row.state !== "mapping") throw begun();
    if (row.key === null) {
      throw invalid("Say which column a row is known by.", { code: "key_required", param: "key" });
    }
    await audit(tx, "import.started", { subject: row.id, after: { kind: row.kind, file: row.filename } });
    await enqueue(tx, "imports.run", { importId: row.id }, { runAt: tx.now });
    const keysAfter = metadataName(row.key) === null ? null : "";
    const createdBy = viewer.actor;
    return change(tx, imports, row, { state: "running", startedAt: tx.now, keysAfter, createdBy });
  });
}

/** Ends an import where it stands; what was imported stays. */
export async function cancelImport(
  viewer: Viewer,
  named: Pick<ImportRow, "kind" | "id">,
): Promise<ImportRow> {
  authorize(viewer, kindNamed(named.kind).permission);
  return transaction(viewer, async (tx) => {
    const row = await findImport(tx, named.kind, named.id);
    if (row.state !== "mapping" && row.state !== "running") return row;
    await audit(tx, "import.canceled", {
      subject: row.id,
      after: { rows: row.created + row.updated + row.unchanged + row.refused },
    });
    return change(tx, imports, row, { state: "canceled", finishedAt: tx.now });
  });
}
