"use server";

import { z } from "zod";
import type { Viewer } from "#lib/auth/viewer";
import { detachEvidence } from "#lib/disputes/attach-evidence";
import type { EvidencePatch } from "#lib/disputes/evidence";
import { getDispute } from "#lib/disputes/queries";
import { fileFields } from "#lib/disputes/types";
import { updateDispute } from "#lib/disputes/update-dispute";
import { paths } from "#lib/paths";
import { operationFormAction } from "../../../../../_server/form-action";
import { evidenceTyped } from "./evidence-typed";

export const counter = operationFormAction(
  evidenceTyped,
  async (viewer, { dispute, then, acknowledged, ...written }) => {
    const enhanced = acknowledged ? await acknowledgement(viewer, dispute) : undefined;
    const evidence: EvidencePatch = { ...emptied(written), enhanced_evidence: enhanced };
    return updateDispute(viewer, dispute, { evidence, submit: then === "submit" });
  },
  { next: (viewer, { id }) => paths.dispute(viewer, id) },
);

export const detach = operationFormAction(
  z.strictObject({ dispute: z.string(), field: z.enum(fileFields) }),
  (viewer, { dispute: disputeId, field }) => detachEvidence(viewer, { disputeId, field }),
  { next: (viewer, { id }) => paths.counterDispute(viewer, id) },
);

type Written = Omit<z.output<typeof evidenceTyped>, "dispute" | "then" | "acknowledged">;

/** What was left empty is taken away. */
function emptied(written: Written): EvidencePatch {
  return Object.fromEntries(Object.entries(written).map(([field, text]) => [field, text || null]));
}

/** That the network's fee is known, for the network that asks for it. */
async function acknowledgement(viewer: Viewer, id: string): Promise<EvidencePatch["enhanced_evidence"]> {
  const { enhanced } = await getDispute(viewer, id);
  const known = { fee_acknowledged: true };
  if (enhanced === "visa_compliance") return { visa_compliance: known };
  return enhanced === "mastercard_compliance" ? { mastercard_compliance: known } : undefined;
}
