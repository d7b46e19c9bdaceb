import type { Metadata } from "next";
import { getImport } from "#lib/imports/queries";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ImportPage } from "../../../../../_imports/import-page";
import { found } from "../../../../../_server/found";
import { catalogueImportShown, type ImportParams } from "../import-page";

type OneImportPageProps = {
  params: Promise<ImportParams & { id: string }>;
  searchParams: Promise<{ step?: string | string[] }>;
};

/** One file of a list of the catalogue: what its columns are, what its first rows become, how far it has come. */
export default async function CatalogueImportPage(props: OneImportPageProps) {
  const { row, ...shown } = await asked(props);
  const { viewer } = shown;
  const { step } = await props.searchParams;
  const list = { label: translator(viewer.locale, "products")("title"), href: paths.products(viewer) };
  return <ImportPage {...shown} list={list} row={row} step={step} />;
}

export async function generateMetadata(props: OneImportPageProps): Promise<Metadata> {
  return { title: (await asked(props)).row.filename };
}

async function asked({ params }: Pick<OneImportPageProps, "params">) {
  const { id, ...named } = await params;
  const shown = await catalogueImportShown(named);
  return { ...shown, row: await found(getImport(shown.viewer, shown.kind, id)) };
}
