import { change, find } from "#db/rows";
import { taxIds } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { on } from "#lib/jobs/jobs";
import { verdictOn } from "./verification.ts";
import { toTaxId } from "./wire.ts";

on("tax_ids.verify", verifyTaxId);

/** Writes down what became of a verification; one that never ends changes nothing. */
function verifyTaxId(viewer: Viewer, { taxIdId }: { taxIdId: string }): Promise<void> {
  return transaction(viewer, async (tx) => {
    const row = await find(tx, taxIds, taxIdId);
    if (row?.verificationStatus !== "pending") return;
    const verificationStatus = verdictOn(row);
    if (verificationStatus === "pending") return;
    const after = await change(tx, taxIds, row, { verificationStatus });
    const before = toTaxId(row, viewer.environment);
    await record(tx, "customer.tax_id.updated", toTaxId(after, viewer.environment), { before });
  });
}
