import type { ReactNode } from "react";
import type { Metadata } from "next";
import { getImport } from "#lib/imports/queries";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { found } from "../../../../_server/found";
import { pageViewer } from "../../../../_server/page-viewer";
import { Page, PageHeader } from "../../../../_ui/page-header";
import type { CustomerPageProps } from "../../customer-page";
import { ImportStateOf } from "../import-words";
import { ImportProgress } from "./import-progress";
import { MappingForm } from "./mapping-form";
import { Preview } from "./preview";

/** One file of customers: what its columns are, what its first rows become, and how far it has come. */
export default async function CustomerImportPage(props: CustomerPageProps) {
  const { viewer, row } = await asked(props);
  const t = translator(viewer.locale, "customers");
  const { step } = await props.searchParams;
  const crumbs = [
    { label: t("title"), href: paths.customers(viewer) },
    { label: t("import.title"), href: paths.importCustomers(viewer) },
    { label: row.filename },
  ];
  let body: ReactNode = <ImportProgress viewer={viewer} row={row} />;
  if (row.state === "mapping") {
    body =
      step === "preview" ? <Preview viewer={viewer} row={row} /> : <MappingForm viewer={viewer} row={row} />;
  }
  return (
    <Page>
      <PageHeader
        title={row.filename}
        state={<ImportStateOf viewer={viewer} state={row.state} />}
        breadcrumb={{ label: translator(viewer.locale, "common")("breadcrumb"), crumbs }}
      />
      {body}
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
