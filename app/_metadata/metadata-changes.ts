import { z } from "zod";
import type { MetadataPatch } from "#lib/metadata";
import { metadataRows } from "./metadata-rows";

/** The metadata that a form began with, sent along as `shown`. */
export const metadataShown = z.string().transform((text, context) => {
  const shown = z.record(z.string(), z.string()).safeParse(parsed(text));
  if (shown.success) return shown.data;
  context.addIssue({ code: "custom", message: "required" });
  return z.NEVER;
});

/**
 * What somebody changed in the rows of a form: the difference from what it showed, so that what the API wrote meanwhile
 * stays. `wrong` as for `metadataRows`.
 */
export function metadataChanges(
  shown: Record<string, string>,
  fields: Record<string, string>,
  wrong: (field: string, code: string) => void,
): MetadataPatch {
  const typed = metadataRows(fields, wrong);
  const set = [...typed].filter(([name, value]) => shown[name] !== value);
  const removed = Object.keys(shown).filter((name) => !typed.has(name));
  return Object.fromEntries([...set, ...removed.map((name) => [name, null] as const)]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
