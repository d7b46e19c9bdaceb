import { change, insert } from "#db/rows";
import { letterTemplates } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { newId } from "#lib/ids";
import { disputeReasons } from "../list/dispute-list.ts";
import { unknownPlaceholders } from "./placeholders.ts";
import { findTemplate, type LetterTemplate, listTemplates, mostTemplates } from "./templates.ts";

export interface TemplateInput {
  name: string;
  /** The claim it answers; null: any. */
  reason: string | null;
  body: string;
}

/** Writes a new template, or another text for the one of this id. Needs disputes:write. */
export function saveTemplate(
  viewer: Viewer,
  { id, ...input }: TemplateInput & { id: string | null },
): Promise<LetterTemplate> {
  authorize(viewer, "disputes:write");
  assertFillable(input);
  return transaction(viewer, (tx) => (id === null ? create(tx, input) : rewrite(tx, id, input)));
}

async function create(tx: Tx, input: TemplateInput): Promise<LetterTemplate> {
  if ((await listTemplates(tx.viewer)).length >= mostTemplates) {
    throw invalid(`A team keeps up to ${mostTemplates} templates.`, { code: "too_many_templates" });
  }
  const { now } = tx;
  const template = await insert(tx, letterTemplates, {
    id: newId("ltr", now),
    ...{ createdAt: now, updatedAt: now, updatedBy: tx.viewer.actor },
    ...input,
  });
  await audit(tx, "letter_template.created", { subject: template.id, after: { ...input } });
  return template;
}

async function rewrite(tx: Tx, id: string, input: TemplateInput): Promise<LetterTemplate> {
  const before = await findTemplate(tx, id);
  const { name, reason, body } = before;
  await audit(tx, "letter_template.changed", {
    subject: id,
    before: { name, reason, body },
    after: { ...input },
  });
  return change(tx, letterTemplates, before, { ...input, updatedAt: tx.now, updatedBy: tx.viewer.actor });
}

function assertFillable({ reason, body }: TemplateInput): void {
  if (reason !== null && !disputeReasons.includes(reason)) {
    throw invalid(`No bank claims ${reason}.`, { param: "reason" });
  }
  const [unknown] = unknownPlaceholders(body);
  if (unknown === undefined) return;
  throw invalid(`No letter can fill in {${unknown}}.`, { code: "placeholder_unknown", param: "body" });
}
