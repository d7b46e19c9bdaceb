import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { ListContent } from "../../_lists/list-content";
import { openList } from "../../_lists/open-list";
import { pageTitle } from "../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../_server/page-viewer";
import { ButtonLink } from "../../_ui/button";
import { Page, PageHeader } from "../../_ui/page-header";
import { customerView } from "./_list/customer-view";
import { CustomerDone } from "./done";
import { CustomerTabs } from "./customer-tabs";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** Every customer. */
export default async function CustomersPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const address = await searchParams;
  const list = await openList(viewer, customerView, address);
  return (
    <Page>
      <PageHeader
        title={translator(viewer.locale, "customers")("title")}
        actions={may(viewer, "customers:write") && <CustomersActions viewer={viewer} />}
      />
      <CustomerTabs viewer={viewer} current="customers" />
      <CustomerDone locale={viewer.locale} done={address.done} />
      <ListContent list={list} />
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "customers")("title"));

function CustomersActions({ viewer }: { viewer: Viewer }) {
  const t = translator(viewer.locale, "customers");
  return (
    <>
      <ButtonLink href={paths.duplicates(viewer)}>{t("duplicates.title")}</ButtonLink>
      <ButtonLink href={paths.imports(viewer, "customers")}>
        {translator(viewer.locale, "imports")("action")}
      </ButtonLink>
      <ButtonLink href={paths.newCustomer(viewer)} tone="primary" shortcut="n">
        {t("add")}
      </ButtonLink>
    </>
  );
}
