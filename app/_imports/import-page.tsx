import type { ImportRow } from "#lib/imports/queries";
import { ImportProgress } from "./import-progress";
import type { ImportShown } from "./import-words";
import { MappingForm } from "./mapping-form";
import { Preview } from "./preview";

type OneImportProps = ImportShown & { row: ImportRow; step: string | string[] | undefined };

/** One file: what its columns are, what its first rows become, or how far it has come. */
export function OneImport({ step, ...shown }: OneImportProps) {
  if (shown.row.state !== "mapping") return <ImportProgress {...shown} />;
  return step === "preview" ? <Preview {...shown} /> : <MappingForm {...shown} />;
}
