import type { Viewer } from "#lib/auth/viewer";
import type { Outcome } from "#lib/imports/kind";
import type { ImportRow } from "#lib/imports/queries";
import { metadataName } from "#lib/imports/mapping";
import { translator } from "#lib/i18n/translator";
import type { catalogues } from "#lib/messages/catalogues";
import { Status, type StatusLook } from "../_ui/status";

const looks: Record<ImportRow["state"], StatusLook> = {
  mapping: { tone: "wait", mark: "ring" },
  running: { tone: "wait", mark: "filled" },
  done: { tone: "good", mark: "filled" },
  canceled: { tone: "plain", mark: "filled" },
  failed: { tone: "hurt", mark: "filled" },
};

/** Where an import stands. */
export function ImportStateOf({ viewer, state }: { viewer: Viewer; state: ImportRow["state"] }) {
  return <Status {...looks[state]}>{translator(viewer.locale, "imports")(`states.${state}`)}</Status>;
}

/** "120 new, 3 changed, 2 refused". */
export function rowsInWords(
  { locale }: Viewer,
  { created, updated, unchanged, refused }: Pick<ImportRow, Outcome | "refused">,
): string {
  const t = translator(locale, "imports");
  return t("counts", { created, updated, unchanged, refused });
}

/** What can be imported, by name. */
export type ImportName = keyof (typeof catalogues)["en"]["imports"]["of"];

/** What a column can be, with its name. */
export type Targets = { value: string; label: string }[];

/** What is imported, and what its columns can be. */
export interface ImportShown {
  viewer: Viewer;
  kind: ImportName;
  targets: Targets;
}

/** What a column is, in words. */
export function targetName({ viewer, targets }: ImportShown, target: string): string {
  const name = metadataName(target);
  if (name !== null) return translator(viewer.locale, "imports")("metadataNamed", { name });
  return targets.find(({ value }) => value === target)?.label ?? target;
}
