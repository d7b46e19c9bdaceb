import type { Metadata } from "next";
import { getImport } from "#lib/imports/queries";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ImportStateOf } from "../../../../_imports/import-words";
import { OneImport } from "../../../../_imports/one-import";
import { found } from "../../../../_server/found";
import { pageViewer } from "../../../../_server/page-viewer";
import { Page, PageHeader } from "../../../../_ui/page-header";
import type { CustomerPageProps } from "../../customer-page";
import { customerImportShown } from "../customer-targets";

/** One file of customers: what its columns are, what its first rows become, and how far it has come. */
export default async function CustomerImportPage(props: CustomerPageProps) {
  const { viewer, row } = await asked(props);
  const { step } = await props.searchParams;
  const crumbs = [
    { label: translator(viewer.locale, "customers")("title"), href: paths.customers(viewer) },
    {
      label: translator(viewer.locale, "imports")("of.customers.title"),
      href: paths.imports(viewer, "customers"),
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
      <OneImport {...customerImportShown(viewer)} row={row} step={step} />
    </Page>
  );
}

export async function generateMetadata(props: CustomerPageProps): Promise<Metadata> {
  return { title: (await asked(props)).row.filename };
}

async function asked({ params }: Pick<CustomerPageProps, "params">) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  return { viewer, row: await found(getImport(viewer, "customers", id)) };
}
