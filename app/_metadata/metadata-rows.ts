/**
 * Rows of a name and a value, sent as `name-0`, `value-0` and so on; a row without a name is left out. `wrong` is told
 * of each field that cannot be so, with a code of the `errors` catalogue.
 */
export function metadataRows(
  fields: Record<string, string | undefined>,
  wrong: (field: string, code: string) => void,
): Map<string, string> {
  const metadata = new Map<string, string>();
  for (const [field, text = ""] of Object.entries(fields)) {
    const row = /^name-(\d+)$/.exec(field)?.[1];
    const name = text.trim();
    if (row === undefined || name === "") continue;
    const value = (fields[`value-${row}`] ?? "").trim();
    if (name.length > 40) wrong(field, "metadata_name_long");
    if (/[[\]]/.test(name)) wrong(field, "metadata_name_brackets");
    if (metadata.has(name)) wrong(field, "metadata_name_twice");
    if (value === "") wrong(`value-${row}`, "required");
    if (value.length > 500) wrong(`value-${row}`, "metadata_value_long");
    metadata.set(name, value);
  }
  return metadata;
}
