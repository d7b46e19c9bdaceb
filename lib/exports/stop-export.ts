import { change } from "#db/rows";
import { exports } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type ExportRow, getExport } from "./queries.ts";

/** Stops an export of the viewer's own that is not finished; who writes it leaves off within a second. */
export async function stopExport(viewer: Viewer, id: string): Promise<ExportRow> {
  authorize(viewer, "exports:read");
  return transaction(viewer, async (tx) => {
    const row = await getExport(viewer, id);
    if (row.state !== "queued" && row.state !== "running") return row;
    return change(tx, exports, row, { state: "stopped" });
  });
}
