import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { chosenColumns, columnsFor, metadataNames, usualColumns } from "#lib/exports/columns";
import { type DatasetName, datasets, isDatasetName } from "#lib/exports/datasets/all";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { findSelected } from "#lib/lists/selections/find-selected";
import { paths } from "#lib/paths";
import { readPreference } from "#lib/people/preferences";
import { notFound } from "next/navigation";
import { found } from "../../../_server/found";
import { newFormKey } from "../../../_server/form-key";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { DialogPage } from "../../../_ui/dialog-page";
import { Notice } from "../../../_ui/notice";
import { datasetWords } from "../words";
import { ExportForm } from "./export-form";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

export const generateMetadata = pageTitle((locale) => translator(locale, "exports")("newTitle"));

/** Asks what a file is to hold, and has it written. */
export default async function NewExportPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const { of = "payments", selection: selectionId, ...address } = await searchParams;
  if (typeof of !== "string" || !isDatasetName(of)) notFound();
  const selection = typeof selectionId === "string" ? await found(findSelected(viewer, selectionId)) : null;
  if (selection && selection.list !== of) notFound();
  const t = translator(viewer.locale, "exports");
  return (
    <DialogPage
      title={t("newOf", { what: datasetWords(viewer, of) })}
      close={{ href: paths.exports(viewer), label: t("back") }}
    >
      {may(viewer, datasets[of].permission) ? (
        <ExportForm
          {...await offered(viewer, of)}
          viewer={viewer}
          words={selection ? (selection.words ?? "") : wordsOf(address)}
          selected={selection?.ids ? { id: selection.id, count: selection.ids.length } : null}
          formKey={newFormKey()}
        />
      ) : (
        <Notice title={t("forbidden")} />
      )}
    </DialogPage>
  );
}

async function offered(viewer: Viewer, of: DatasetName) {
  const remembered = await readPreference(viewer, chosenColumns(of));
  const usual = usualColumns(viewer, of);
  return {
    of,
    columns: columnsFor(viewer, of),
    chosen: remembered?.columns ?? usual,
    remembered: remembered !== null && remembered.columns.join() !== usual.join(),
    names: await metadataNames(viewer, of),
    chosenNames: remembered?.metadata ?? [],
  };
}

/** What the list was filtered to, without where it was turned to. */
function wordsOf(address: QueryParams): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(address)) {
    for (const word of [value ?? []].flat()) if (!apart.includes(name)) params.append(name, word);
  }
  return params.toString();
}

const apart = ["after", "before", "totals", "sort"];
