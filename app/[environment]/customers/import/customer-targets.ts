import type { Viewer } from "#lib/auth/viewer";
import { customerFields } from "#lib/customers/typed-customer";
import { translator } from "#lib/i18n/translator";
import type { ImportShown } from "../../../_imports/import-words";
import { customerLabels } from "../customer-fields";

/** What a column of a file of customers can be. */
export function customerImportShown(viewer: Viewer): ImportShown {
  const t = translator(viewer.locale, "customers");
  const labels = customerLabels(viewer);
  const named = (field: string) => {
    const label = labels[field] ?? field;
    return field.startsWith("shipping") ? t("import.shipping", { field: label }) : label;
  };
  const targets = customerFields.map((field) => ({ value: field, label: named(field) }));
  return { viewer, kind: "customers", targets: [{ value: "id", label: t("import.id") }, ...targets] };
}
