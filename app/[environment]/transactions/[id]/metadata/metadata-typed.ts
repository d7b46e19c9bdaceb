import { z } from "zod";

/** Rows of a name and a value, sent as `name-0`, `value-0` and so on; a row without a name is left out. */
export const metadataTyped = z
  .object({ payment: z.string() })
  .catchall(z.string())
  .transform(({ payment, ...fields }, context) => {
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
    return { payment, metadata: Object.fromEntries(metadata) };
  });
