"use server";

import { z } from "zod";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { detachEvidence } from "#lib/disputes/attach-evidence";
import { chooseProduct } from "#lib/disputes/choose-product";
import type { EvidencePatch } from "#lib/disputes/evidence";
import { giveCompelling } from "#lib/disputes/give-compelling";
import { attachKnown, knownFields } from "#lib/disputes/known-files";
import { productKinds } from "#lib/disputes/product-kinds";
import { getDispute } from "#lib/disputes/queries";
import { fileFields } from "#lib/disputes/types";
import { updateDispute } from "#lib/disputes/update-dispute";
import { paths } from "#lib/paths";
import { formAction, operationFormAction } from "../../../../../_server/form-action";
import { compellingTyped } from "./earlier/compelling-typed";
import { evidenceTyped } from "./evidence/evidence-typed";
import { letterTyped } from "./letter/letter-typed";
import { afterStep, stepPath } from "./steps";

export const sayProduct = formAction(
  z.strictObject({ dispute: z.string(), product: z.enum(productKinds) }),
  (viewer, { dispute: disputeId, product: productKind }) => chooseProduct(viewer, { disputeId, productKind }),
  { next: (viewer, dispute) => afterStep(viewer, dispute, "product") },
);

export const writeEvidence = operationFormAction(
  evidenceTyped,
  (viewer, { dispute, ...written }) =>
    updateDispute(viewer, dispute, { evidence: emptied(written), submit: false }),
  { next: (viewer, dispute) => afterStep(viewer, dispute, "evidence") },
);

export const attachKnownFile = operationFormAction(
  z.strictObject({ dispute: z.string(), field: z.enum(knownFields) }),
  (viewer, { dispute: disputeId, field }) => attachKnown(viewer, { disputeId, field }),
  { next: (viewer, { id }) => stepPath(viewer, id, "papers") },
);

export const detach = operationFormAction(
  z.strictObject({ dispute: z.string(), field: z.enum(fileFields) }),
  (viewer, { dispute: disputeId, field }) => detachEvidence(viewer, { disputeId, field }),
  { next: (viewer, { id }) => stepPath(viewer, id, "papers") },
);

export const chooseEarlier = operationFormAction(compellingTyped, giveCompelling, {
  next: (viewer, dispute) => afterStep(viewer, dispute, "earlier"),
});

export const sendLetter = operationFormAction(
  letterTyped,
  async (viewer, { dispute, then, acknowledged, uncategorized_text: text }) => {
    authorize(viewer, "disputes:write");
    const enhanced = acknowledged ? await acknowledgement(viewer, dispute) : undefined;
    const evidence: EvidencePatch = { ...emptied({ uncategorized_text: text }), enhanced_evidence: enhanced };
    return updateDispute(viewer, dispute, { evidence, submit: then === "submit" });
  },
  { next: (viewer, { id }) => paths.dispute(viewer, id) },
);

/** What was left empty is taken away. */
function emptied(written: Record<string, string | undefined>): EvidencePatch {
  return Object.fromEntries(Object.entries(written).map(([field, text]) => [field, text || null]));
}

/** That the network's fee is known, for the network that asks for it. */
async function acknowledgement(viewer: Viewer, id: string): Promise<EvidencePatch["enhanced_evidence"]> {
  const { enhanced } = await getDispute(viewer, id);
  const known = { fee_acknowledged: true };
  if (enhanced === "visa_compliance") return { visa_compliance: known };
  return enhanced === "mastercard_compliance" ? { mastercard_compliance: known } : undefined;
}
