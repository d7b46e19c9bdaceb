import type { Metadata } from "next";
import { getImport } from "#lib/imports/queries";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ImportPage } from "../../../../_imports/import-page";
import { found } from "../../../../_server/found";
import { pageViewer } from "../../../../_server/page-viewer";
import type { CustomerPageProps } from "../../customer-page";
import { customerImportShown } from "../customer-targets";

/** One file of customers: what its columns are, what its first rows become, and how far it has come. */
export default async function CustomerImportPage(props: CustomerPageProps) {
  const { viewer, row } = await asked(props);
  const { step } = await props.searchParams;
  const list = { label: translator(viewer.locale, "customers")("title"), href: paths.customers(viewer) };
  return <ImportPage {...customerImportShown(viewer)} list={list} row={row} step={step} />;
}

export async function generateMetadata(props: CustomerPageProps): Promise<Metadata> {
  return { title: (await asked(props)).row.filename };
}

async function asked({ params }: Pick<CustomerPageProps, "params">) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  return { viewer, row: await found(getImport(viewer, "customers", id)) };
}
