import { z } from "zod";
import type { MetadataPatch } from "#lib/metadata";

const shownBefore = z.string().transform((text, context) => {
  const shown = z.record(z.string(), z.string()).safeParse(parsed(text));
  if (shown.success) return shown.data;
  context.addIssue({ code: "custom", message: "required" });
  return z.NEVER;
});

/**
 * Rows of a name and a value, sent as `name-0`, `value-0` and so on; a row without a name is left out. What comes of
 * them is the difference from what the form showed, so that what the API wrote meanwhile stays.
 */
export const metadataTyped = z
  .object({ payment: z.string(), shown: shownBefore })
  .catchall(z.string())
  .transform(({ payment, shown, ...fields }, context) => {
    const metadata = new Map<string, string>();
    for (const [field, text] of Object.entries(fields)) {
      const row = /^name-(\d+)$/.exec(field)?.[1];
      const name = text.trim();
      if (row === undefined || name === "") continue;
      const value = (fields[`value-${row}`] ?? "").trim();
      const wrong = (path: string, message: string) =>
        context.addIssue({ code: "custom", path: [path], message });
      if (name.length > 40) wrong(field, "metadata_name_long");
      if (/[[\]]/.test(name)) wrong(field, "metadata_name_brackets");
      if (metadata.has(name)) wrong(field, "metadata_name_twice");
      if (value === "") wrong(`value-${row}`, "required");
      if (value.length > 500) wrong(`value-${row}`, "metadata_value_long");
      metadata.set(name, value);
    }
    return { payment, changes: changesOf(shown, metadata) };
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
