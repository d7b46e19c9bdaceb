import { change, update } from "#db/rows";
import { disputes } from "#db/schema/index";
import { audit } from "#lib/audit/audit";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { findFile } from "#lib/files/queries";
import { enqueue } from "#lib/jobs/jobs";
import { type Operation, operationKind, type Settlement } from "#lib/operations/operation";
import { startOperation } from "#lib/operations/start-operation";
import { processor } from "#lib/processors/index";
import type { EvidenceAnswer } from "#lib/processors/processor";
import { mostBytes } from "./evidence.ts";
import { findDispute } from "./find-dispute.ts";
import { takeNetworkFee } from "./move-funds.ts";
import { recordDispute } from "./record-dispute.ts";
import { refreshCharge } from "./refresh-charge.ts";
import { hasEvidence, isInquiry } from "./status.ts";
import { fileFields } from "./types.ts";
import { isAcknowledged } from "./wire-eligibility.ts";
import type { DisputeRow } from "./wire.ts";

type Patch = Pick<DisputeRow, "evidence" | "metadata" | "submissionMethod">;
type Answer = Patch & Pick<DisputeRow, "answeredBy">;

/** Sending evidence to the bank. */
export const submission = operationKind<EvidenceAnswer, DisputeRow>({
  name: "dispute.submit",
  ask,
  settle,
  recall: (tx, operation) => findDispute(tx, operation.subjectId),
});

/** Begins to send what `patch` makes of the evidence: nobody else may answer the dispute until that is done. */
export async function startSubmission(tx: Tx, dispute: DisputeRow, patch: Patch): Promise<Operation> {
  assertComplete(tx, { ...dispute, ...patch });
  await assertBearable(tx, patch.evidence);
  const operation = await startOperation(tx, submission, dispute.id, {
    stage: isInquiry(dispute.status) ? "inquiry" : "chargeback",
    network: dispute.network,
    ...patch,
    answeredBy: tx.viewer.actor,
  });
  await update(tx, disputes, dispute.id, { activeOperationId: operation.id });
  const { paymentIntentId: payment, status, amount, currency } = dispute;
  await audit(tx, "dispute.submitted", {
    subject: dispute.id,
    before: { payment, amount, currency, status },
    after: { given: Object.keys(patch.evidence) },
  });
  return operation;
}

function assertComplete(tx: Tx, dispute: DisputeRow): void {
  const { enhanced, evidence, dueBy } = dispute;
  if (!hasEvidence(evidence)) {
    throw invalid("There is no evidence to submit: give some first.", {
      code: "evidence_missing",
      param: "evidence",
    });
  }
  if (dueBy !== null && dueBy < tx.now) {
    throw invalid("The time to answer is over.", { param: "evidence" });
  }
  if (enhanced !== "visa_compliance" && enhanced !== "mastercard_compliance") return;
  if (isAcknowledged(enhanced, evidence)) return;
  throw invalid(
    "The network asks for a fee to settle a compliance dispute, and gives it back if you win. Acknowledge it first.",
    { param: `evidence[enhanced_evidence][${enhanced}][fee_acknowledged]` },
  );
}

async function assertBearable(tx: Tx, evidence: DisputeRow["evidence"]): Promise<void> {
  let bytes = 0;
  for (const field of fileFields) {
    const file = evidence[field];
    if (typeof file === "string") bytes += (await findFile(tx, file, `evidence[${field}]`)).size;
  }
  if (bytes <= mostBytes) return;
  throw invalid(`The files come to ${bytes} bytes; banks take ${mostBytes} in all.`, { param: "evidence" });
}

interface Request extends Answer, Record<string, unknown> {
  stage: "inquiry" | "chargeback";
  network: string | null;
}

function requestOf({ request }: Operation): Request {
  return request as Request;
}

function ask(viewer: Viewer, operation: Operation): Promise<EvidenceAnswer> {
  const { stage, network, evidence } = requestOf(operation);
  return processor().submitEvidence({
    operationId: operation.id,
    environmentId: viewer.environmentId,
    disputeId: operation.subjectId,
    now: operation.createdAt,
    stage,
    network,
    text: evidence.uncategorized_text ?? null,
  });
}

async function settle(
  tx: Tx,
  operation: Operation,
  { decision }: EvidenceAnswer,
): Promise<Settlement<DisputeRow>> {
  const dispute = await findDispute(tx, operation.subjectId);
  const { stage, evidence, metadata, submissionMethod, answeredBy } = requestOf(operation);
  const after = await change(tx, disputes, dispute, {
    evidence,
    metadata,
    submissionMethod,
    answeredBy,
    status: stage === "inquiry" ? "warning_under_review" : "under_review",
    submissionCount: dispute.submissionCount + 1,
    submittedAt: tx.now,
    activeOperationId: null,
  });
  if (dispute.caseType === "compliance") await takeNetworkFee(tx, after);
  await refreshCharge(tx, dispute.chargeId);
  await recordDispute(tx, "updated", after, dispute);
  if (decision) {
    const runAt = Math.max(decision.at, tx.now);
    await enqueue(tx, "disputes.decide", { disputeId: dispute.id, decision }, { runAt });
  }
  return { result: after };
}
