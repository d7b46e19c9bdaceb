import { z } from "zod";
import type { MetadataPatch } from "#lib/metadata";
import { metadataRows } from "./metadata-rows";

const shownBefore = z.string().transform((text, context) => {
  const shown = z.record(z.string(), z.string()).safeParse(parsed(text));
  if (shown.success) return shown.data;
  context.addIssue({ code: "custom", message: "required" });
  return z.NEVER;
});

/**
 * What `MetadataForm` sends of the object `id`. What comes of its rows is the difference from what the form showed, so
 * that what the API wrote meanwhile stays.
 */
export const metadataTyped = z
  .object({ id: z.string(), shown: shownBefore })
  .catchall(z.string())
  .transform(({ id, shown, ...fields }, context) => {
    const metadata = metadataRows(fields, (path, message) =>
      context.addIssue({ code: "custom", path: [path], message }),
    );
    return { id, changes: changesOf(shown, metadata) };
  });

function changesOf(shown: Record<string, string>, typed: Map<string, string>): MetadataPatch {
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
