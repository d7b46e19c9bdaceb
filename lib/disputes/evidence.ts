import type { DisputeEvidence } from "#db/schema/disputes";
import { invalid } from "#lib/errors";
import { type FileField, textFields, type TextField } from "./types.ts";

/** What banks take of files, bytes in all. Source: https://docs.stripe.com/disputes/responding */
export const mostBytes = 4_500_000;

/** Everything written together, characters. */
const mostText = 150_000;

/** What a caller changes: a value, or null to take it away. */
export type EvidencePatch = { [Field in TextField | FileField]?: string | null | undefined } & {
  enhanced_evidence?: DisputeEvidence["enhanced_evidence"] | null | undefined;
};

/** Evidence after a caller's change. Throws when it says more than banks read. */
export function mergeEvidence(current: DisputeEvidence, patch: EvidencePatch): DisputeEvidence {
  const { enhanced_evidence: enhanced, ...fields } = patch;
  const merged = new Map<string, unknown>(Object.entries(current));
  for (const [field, value] of Object.entries(fields)) {
    if (value === null) merged.delete(field);
    else if (value !== undefined) merged.set(field, value);
  }
  if (enhanced === null) merged.delete("enhanced_evidence");
  else if (enhanced) merged.set("enhanced_evidence", { ...current.enhanced_evidence, ...enhanced });
  const evidence: DisputeEvidence = Object.fromEntries(merged);
  assertReadable(evidence);
  return evidence;
}

function assertReadable(evidence: DisputeEvidence): void {
  const written = Object.keys(textFields).reduce((sum, field) => sum + lengthOf(evidence, field), 0);
  if (written <= mostText) return;
  throw invalid(
    `The evidence holds ${written} characters of text; together its fields may have up to ${mostText}.`,
    { param: "evidence" },
  );
}

function lengthOf(evidence: DisputeEvidence, field: string): number {
  const value: unknown = new Map(Object.entries(evidence)).get(field);
  return typeof value === "string" ? value.length : 0;
}
