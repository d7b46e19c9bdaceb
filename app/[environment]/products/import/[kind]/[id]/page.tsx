import type { Metadata } from "next";
import { getImport } from "#lib/imports/queries";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ImportStateOf } from "../../../../../_imports/import-words";
import { OneImport } from "../../../../../_imports/one-import";
import { found } from "../../../../../_server/found";
import { Page, PageHeader } from "../../../../../_ui/page-header";
import { catalogueImportShown, type ImportParams } from "../import-page";

type OneImportPageProps = {
  params: Promise<ImportParams & { id: string }>;
  searchParams: Promise<{ step?: string | string[] }>;
};

/** One file of a list of the catalogue: what its columns are, what its first rows become, how far it has come. */
export default async function CatalogueImportPage(props: OneImportPageProps) {
  const { row, ...shown } = await asked(props);
  const { viewer, kind } = shown;
  const { step } = await props.searchParams;
  const crumbs = [
    { label: translator(viewer.locale, "products")("title"), href: paths.products(viewer) },
    {
      label: translator(viewer.locale, "imports")(`of.${kind}.title`),
      href: paths.imports(viewer, kind),
    },
    { label: row.filename },
  ];
  return (
    <Page>
      <PageHeader
        title={row.filename}
        state={<ImportStateOf viewer={viewer} state={row.state} />}
        breadcrumb={{ label: translator(viewer.locale, "common")("breadcrumb"), crumbs }}
      />
      <OneImport {...shown} row={row} step={step} />
    </Page>
  );
}

export async function generateMetadata(props: OneImportPageProps): Promise<Metadata> {
  return { title: (await asked(props)).row.filename };
}

async function asked({ params }: Pick<OneImportPageProps, "params">) {
  const { id, ...named } = await params;
  const shown = await catalogueImportShown(named);
  return { ...shown, row: await found(getImport(shown.viewer, shown.kind, id)) };
}
