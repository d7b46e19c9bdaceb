import type { Viewer } from "#lib/auth/viewer";
import type { ImportRow } from "#lib/imports/queries";
import { metadataName } from "#lib/imports/mapping";
import { translator } from "#lib/i18n/translator";
import { customerFields } from "#lib/customers/typed-customer";
import { Status, type StatusLook } from "../../../_ui/status";
import { customerLabels } from "../customer-fields";

const looks: Record<ImportRow["state"], StatusLook> = {
  mapping: { tone: "wait", mark: "ring" },
  running: { tone: "wait", mark: "filled" },
  done: { tone: "good", mark: "filled" },
  canceled: { tone: "plain", mark: "filled" },
  failed: { tone: "hurt", mark: "filled" },
};

/** Where an import stands. */
export function ImportStateOf({ viewer, state }: { viewer: Viewer; state: ImportRow["state"] }) {
  return (
    <Status {...looks[state]}>{translator(viewer.locale, "customers")(`import.states.${state}`)}</Status>
  );
}

/** "120 new, 3 changed, 2 refused". */
export function rowsInWords({ locale }: Viewer, row: ImportRow): string {
  const t = translator(locale, "customers");
  const { created, updated, unchanged, refused } = row;
  return t("import.counts", { created, updated, unchanged, refused });
}

/** What a column can be: every field with its name. */
export function targetLabels(viewer: Viewer): { value: string; label: string }[] {
  const t = translator(viewer.locale, "customers");
  const labels = customerLabels(viewer);
  return [
    { value: "id", label: t("import.comptoirId") },
    ...customerFields.map((field) => ({
      value: field,
      label: field.startsWith("shipping")
        ? t("import.shippingField", { field: labels[field] ?? field })
        : (labels[field] ?? field),
    })),
  ];
}

/** What a column is, in words. */
export function targetName(viewer: Viewer, target: string): string {
  const name = metadataName(target);
  if (name !== null) return translator(viewer.locale, "customers")("import.metadataNamed", { name });
  return targetLabels(viewer).find(({ value }) => value === target)?.label ?? target;
}
