import type { ImportRow } from "#lib/imports/queries";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { type Crumb, Page, PageHeader } from "../_ui/page-header";
import { ImportProgress } from "./import-progress";
import { type ImportShown, ImportStateOf } from "./import-words";
import { MappingForm } from "./mapping-form";
import { Preview } from "./preview";

type ImportPageProps = ImportShown & {
  /** Where what is imported is listed. */
  list: Crumb;
  row: ImportRow;
  step: string | string[] | undefined;
};

/** One file: what its columns are, what its first rows become, or how far it has come. */
export function ImportPage({ list, step, ...shown }: ImportPageProps) {
  const { viewer, kind, row } = shown;
  const title = translator(viewer.locale, "imports")(`of.${kind}.title`);
  const crumbs = [list, { label: title, href: paths.imports(viewer, kind) }, { label: row.filename }];
  return (
    <Page>
      <PageHeader
        title={row.filename}
        state={<ImportStateOf viewer={viewer} state={row.state} />}
        breadcrumb={{ label: translator(viewer.locale, "common")("breadcrumb"), crumbs }}
      />
      {row.state !== "mapping" ? (
        <ImportProgress {...shown} />
      ) : step === "preview" ? (
        <Preview {...shown} />
      ) : (
        <MappingForm {...shown} />
      )}
    </Page>
  );
}
