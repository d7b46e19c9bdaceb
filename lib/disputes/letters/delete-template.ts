import { remove } from "#db/rows";
import { letterTemplates } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { findTemplate, type LetterTemplate } from "./templates.ts";

/** Takes a template away; letters that were begun with it stay as they are. Needs disputes:write. */
export function deleteTemplate(viewer: Viewer, id: string): Promise<LetterTemplate> {
  authorize(viewer, "disputes:write");
  return transaction(viewer, async (tx) => {
    const template = await findTemplate(tx, id);
    await remove(tx, letterTemplates, id);
    const { name, reason, body } = template;
    await audit(tx, "letter_template.deleted", { subject: id, before: { name, reason, body } });
    return template;
  });
}
