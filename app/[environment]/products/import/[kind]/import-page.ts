import { notFound } from "next/navigation";
import { withSheet } from "#lib/catalogue/file/sheets";
import { type SheetName, sheetNames } from "#lib/catalogue/file/sheet";
import { catalogues } from "#lib/messages/catalogues";
import type { ImportShown } from "../../../../_imports/import-words";
import { pageViewer } from "../../../../_server/page-viewer";

export type ImportParams = { environment: string; kind: string };

/** Who imports which list of the catalogue, and what its columns can be; nothing found of any other. */
export async function catalogueImportShown(params: ImportParams): Promise<ImportShown & { kind: SheetName }> {
  const kind = sheetNames.find((name) => name === params.kind);
  if (!kind) notFound();
  const viewer = await pageViewer(params.environment);
  // messages: imports.field.*
  const labels: Record<string, string> = catalogues[viewer.locale].imports.field;
  const fields = withSheet(kind, ({ columns }) => Object.keys(columns));
  return { viewer, kind, targets: fields.map((value) => ({ value, label: labels[value] ?? value })) };
}
