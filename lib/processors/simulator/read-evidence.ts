import type { DisputeDecision, EvidenceAnswer, EvidenceRequest } from "../processor.ts";
import { delays } from "./debit-outcomes.ts";
import { answerDue, codeOf } from "./claims.ts";

/** What the bank makes of evidence: it decides on the documented texts, and keeps anything else under review. */
export function readEvidence(request: EvidenceRequest): EvidenceAnswer {
  return { result: "received", decision: decisionOn(request) };
}

function decisionOn({ text, stage, network, now }: EvidenceRequest): DisputeDecision | null {
  const at = now + delays.promptly;
  switch (text?.trim()) {
    case "winning_evidence":
      return { at, outcome: "won" };
    case "losing_evidence":
      return { at, outcome: "lost" };
    case "escalate_inquiry_evidence":
      if (stage !== "inquiry") return null;
      return { at, outcome: "escalated", dueBy: answerDue(at), reasonCode: codeOf(network, "fraudulent") };
    default:
      return null;
  }
}
