import type { z } from "zod";
import * as p from "#lib/api/params";
import { enhancedEvidence, toEnhanced } from "./evidence-params.ts";
import type { EvidencePatch } from "./evidence.ts";
import { fileFields, type FileField, textFields, type TextField } from "./types.ts";

const textField = (max: number) => p.emptyable(p.text(max)).optional();
const fileField = () => p.emptyable(p.objectId()).optional();

const texts = Object.fromEntries(
  Object.entries(textFields).map(([field, max]) => [field, textField(max)]),
) as Record<TextField, ReturnType<typeof textField>>;
const files = Object.fromEntries(fileFields.map((field) => [field, fileField()])) as Record<
  FileField,
  ReturnType<typeof fileField>
>;

/** Networks let nobody appeal here: what a bank decided is final. */
const appeal = p
  .emptyable(
    p.hash({
      card: p
        .emptyable(
          p.hash({
            reason_for_filing: p.emptyable(p.text()).optional(),
            supporting_files: p.emptyable(p.listOf(p.objectId())).optional(),
          }),
        )
        .optional(),
    }),
  )
  .refine((given) => given === null, { error: "This dispute cannot be appealed." });

const evidence = p.hash({
  appeal: appeal.optional(),
  ...texts,
  ...files,
  enhanced_evidence: p.emptyable(enhancedEvidence).optional(),
});

export const updateDisputeParams = p.params({
  evidence: evidence.optional(),
  intended_submission_method: p
    .oneOf(["manual", "prefer_manual", "prefer_smart_disputes", "smart_disputes"])
    .optional(),
  metadata: p.metadata().optional(),
  submit: p.bool().optional(),
});

export const listDisputesParams = p.listParams({
  charge: p.objectId().optional(),
  created: p.createdRange().optional(),
  payment_intent: p.objectId().optional(),
});

/** What an update asks for, in the core's words. */
export function toDisputeInput(given: z.output<typeof updateDisputeParams>) {
  return {
    evidence: given.evidence && toPatch(given.evidence),
    metadata: given.metadata,
    submissionMethod: given.intended_submission_method,
    submit: given.submit,
  };
}

function toPatch({
  enhanced_evidence: enhanced,
  appeal: _none,
  ...fields
}: z.output<typeof evidence>): EvidencePatch {
  return { ...fields, enhanced_evidence: enhanced && toEnhanced(enhanced) };
}
