import { asc, eq } from "drizzle-orm";
import { find } from "#db/rows";
import { letterTemplates } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";

export type LetterTemplate = typeof letterTemplates.$inferSelect;

/** How many templates a team keeps at most, so that choosing one stays quick. */
export const mostTemplates = 100;

/** The team's templates, first to last. Needs disputes:write. */
export async function listTemplates(viewer: Viewer): Promise<LetterTemplate[]> {
  authorize(viewer, "disputes:write");
  const { db } = await reader(viewer);
  return db
    .select()
    .from(letterTemplates)
    .where(eq(letterTemplates.environmentId, viewer.environmentId))
    .orderBy(asc(letterTemplates.createdAt), asc(letterTemplates.id))
    .limit(mostTemplates);
}

/** Those that fit a claim: its own first, then those for any. Needs disputes:write. */
export async function templatesFor(viewer: Viewer, reason: string): Promise<LetterTemplate[]> {
  const all = await listTemplates(viewer);
  return [...all.filter((each) => each.reason === reason), ...all.filter((each) => each.reason === null)];
}

/** One template. Throws a 404 for what is not this environment's. Needs disputes:write. */
export async function getTemplate(viewer: Viewer, id: string): Promise<LetterTemplate> {
  authorize(viewer, "disputes:write");
  return findTemplate(await reader(viewer), id);
}

export async function findTemplate(handle: Handle, id: string): Promise<LetterTemplate> {
  const template = await find(handle, letterTemplates, id);
  if (!template) throw notFound("letter_template", id, "template");
  return template;
}
