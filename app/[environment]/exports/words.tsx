import type { Viewer } from "#lib/auth/viewer";
import type { ExportFormat } from "#lib/exports/choices";
import type { DatasetName } from "#lib/exports/datasets/all";
import type { ExportRow } from "#lib/exports/queries";
import { translator } from "#lib/i18n/translator";
import { Status, type StatusLook } from "../../_ui/status";

/** What an export is of. */
export function datasetWords({ locale }: Viewer, dataset: DatasetName): string {
  return translator(locale, "exports")(`of.${dataset}`);
}

export function formatWords({ locale }: Viewer, format: ExportFormat): string {
  return translator(locale, "exports")(`formats.${format}`);
}

const looks = {
  queued: { tone: "wait", mark: "ring" },
  running: { tone: "wait", mark: "ring" },
  finished: { tone: "good", mark: "filled" },
  stopped: { tone: "plain", mark: "filled" },
  failed: { tone: "hurt", mark: "filled" },
} as const satisfies Record<ExportRow["state"], StatusLook>;

/** Where an export stands, in a word. */
export function ExportState({ viewer, row, expired }: { viewer: Viewer; row: ExportRow; expired: boolean }) {
  const t = translator(viewer.locale, "exports");
  if (expired) return <Status {...looks.stopped}>{t("expired")}</Status>;
  return <Status {...looks[row.state]}>{t(`states.${row.state}`)}</Status>;
}
