import { change } from "#db/rows";
import { disputes } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { findFile } from "#lib/files/queries";
import { mergeMetadata, type MetadataPatch } from "#lib/metadata";
import { claimed } from "#lib/operations/claimed";
import { finish } from "#lib/operations/finish";
import { findCharge } from "#lib/payments/find-payment";
import { type EvidencePatch, mergeEvidence } from "./evidence.ts";
import { assertAllowed, findDispute } from "./find-dispute.ts";
import { assertPatchReadable } from "./readable-evidence.ts";
import { recordDispute } from "./record-dispute.ts";
import { startSubmission, submission } from "./submit-evidence.ts";
import { fileFields } from "./types.ts";
import type { DisputeRow } from "./wire.ts";

export interface DisputeChanges {
  evidence?: EvidencePatch;
  metadata?: MetadataPatch;
  submissionMethod?: NonNullable<DisputeRow["submissionMethod"]>;
  /** Sends it to the bank, once and for all. Evidence that is given is sent unless told otherwise. */
  submit?: boolean;
}

/** Gathers evidence against a dispute and, when told to, sends it to the bank; it can be sent once. */
export async function updateDispute(
  viewer: Viewer,
  disputeId: string,
  input: DisputeChanges,
): Promise<DisputeRow> {
  authorize(viewer, "disputes:write");
  const submits = input.submit ?? input.evidence !== undefined;
  if (input.evidence) await assertPatchReadable(viewer, disputeId, input.evidence);
  const step = await transaction(viewer, async (tx) => {
    const dispute = await findDispute(tx, disputeId);
    assertAllowed(submits || input.evidence ? "respond" : "update", dispute);
    const patch = await patchOf(tx, dispute, input);
    if (submits) return { started: await startSubmission(tx, dispute, patch) };
    return { kept: await claimed(tx, () => keep(tx, dispute, patch)) };
  });
  return step.started ? finish(viewer, step.started, submission) : step.kept;
}

async function patchOf(tx: Tx, dispute: DisputeRow, input: DisputeChanges) {
  if (input.evidence) await assertNamed(tx, input.evidence);
  return {
    evidence: input.evidence ? mergeEvidence(dispute.evidence, input.evidence) : dispute.evidence,
    metadata: mergeMetadata(dispute.metadata, input.metadata),
    submissionMethod: input.submissionMethod ?? dispute.submissionMethod,
  };
}

async function keep(tx: Tx, dispute: DisputeRow, patch: Partial<DisputeRow>): Promise<DisputeRow> {
  const after = await change(tx, disputes, dispute, patch);
  await recordDispute(tx, "updated", after, dispute);
  return after;
}

/** What evidence refers to has to be there. */
async function assertNamed(tx: Tx, { enhanced_evidence: enhanced, ...fields }: EvidencePatch): Promise<void> {
  for (const field of fileFields) {
    const file = fields[field];
    if (file) await assertEvidence(tx, file, `evidence[${field}]`);
  }
  const prior = enhanced?.visa_compelling_evidence_3?.prior_undisputed_transactions ?? [];
  for (const { charge } of prior) await findCharge(tx, charge, "charge");
}

async function assertEvidence(tx: Tx, fileId: string, param: string): Promise<void> {
  const { purpose } = await findFile(tx, fileId, param);
  if (purpose === "dispute_evidence") return;
  throw invalid(
    `The file ${fileId} was uploaded with the purpose ${purpose}; evidence needs dispute_evidence.`,
    { param },
  );
}
