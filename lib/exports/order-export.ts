import { insert } from "#db/rows";
import { exports } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { forbidden, invalid } from "#lib/errors";
import { newId } from "#lib/ids";
import { enqueue } from "#lib/jobs/jobs";
import { setPreference } from "#lib/people/preferences";
import type { ExportChoices } from "./choices.ts";
import { chosenColumns, columnsFor, usualColumns } from "./columns.ts";
import { datasets } from "./datasets/all.ts";
import type { ExportRow } from "./queries.ts";

/** Has a file written of what was chosen; other columns than the usual ones are remembered for the next time. */
export async function orderExport(viewer: Viewer, choices: ExportChoices): Promise<ExportRow> {
  authorize(viewer, "exports:read");
  authorize(viewer, datasets[choices.dataset].permission);
  const { id: personId, type } = viewer.actor;
  if (type !== "person" || personId === null) throw forbidden("exports:read");
  assertColumns(viewer, choices);
  return transaction(viewer, async (tx) => {
    const { dataset, format, columns, metadata } = choices;
    const row = await insert(tx, exports, {
      id: newId("exp", tx.now),
      createdAt: tx.now,
      personId,
      dataset,
      format,
      choices,
      locale: viewer.locale,
      state: "queued",
      rowsDone: 0,
    });
    if (columns.join() !== usualColumns(viewer, dataset).join() || metadata.length > 0) {
      await setPreference(viewer, chosenColumns(dataset), { columns, metadata });
    }
    await enqueue(tx, "exports.write", { exportId: row.id }, { runAt: tx.now });
    const { address, ids, from, until } = choices;
    const [first, before] = [from, until].map((at) => (at === null ? null : new Date(at).toISOString()));
    const filters = Object.keys(address);
    const after = { dataset, format, columns, metadata, filters, chosen: ids?.length, from: first, before };
    await audit(tx, "export.ordered", { subject: row.id, after });
    return row;
  });
}

function assertColumns(viewer: Viewer, { dataset, columns, from, until }: ExportChoices): void {
  const known = columnsFor(viewer, dataset);
  const wrong = columns.find((heading) => !known.includes(heading));
  if (wrong !== undefined || columns.length === 0) {
    throw invalid(`There is no column ${wrong ?? ""} to export.`, { code: "required", param: "columns" });
  }
  if (from !== null && until !== null && until <= from) {
    throw invalid("The last day comes before the first.", { code: "range_empty", param: "from" });
  }
}
