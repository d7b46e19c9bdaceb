import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { FormTextField } from "../_forms/fields";

const most = 50;
const spare = 3;

/** A row for each name and value, and some to add more; read by `metadataRows`. */
export function MetadataFields({ viewer, metadata }: { viewer: Viewer; metadata: Record<string, string> }) {
  const t = translator(viewer.locale, "payment");
  const known = Object.entries(metadata);
  const rows = Array.from(
    { length: Math.min(known.length + spare, most) },
    (_, row) => known[row] ?? ["", ""],
  );
  return rows.map(([name, value], row) => (
    <div className="grid grid-cols-2 gap-3" key={row}>
      <FormTextField
        name={`name-${row}`}
        label={t("metadata.name", { number: row + 1 })}
        attributes={{ defaultValue: name }}
      />
      <FormTextField
        name={`value-${row}`}
        label={t("metadata.value", { number: row + 1 })}
        attributes={{ defaultValue: value }}
      />
    </div>
  ));
}
