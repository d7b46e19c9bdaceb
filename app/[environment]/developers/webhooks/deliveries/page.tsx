import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { areDestinationsLeftOut, mostDestinations } from "#lib/webhooks/destinations";
import { ListContent } from "../../../../_lists/list-content";
import { openList } from "../../../../_lists/open-list";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { Notice } from "../../../../_ui/notice";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { deliveryView } from "../_list/delivery-view";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** What was sent to all endpoints. */
export default async function DeliveriesPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const list = await openList(viewer, deliveryView, await searchParams);
  const isShort = list.query.endpoints.length === 0 && (await areDestinationsLeftOut(viewer));
  const t = translator(viewer.locale, "webhooks");
  const crumbs = [{ label: t("title"), href: paths.webhooks(viewer) }];
  return (
    <Page>
      <PageHeader
        title={t("deliveries")}
        breadcrumb={{ label: translator(viewer.locale, "common")("breadcrumb"), crumbs }}
      />
      {isShort && <Notice tone="wait">{t("leftOut", { most: mostDestinations })}</Notice>}
      <ListContent list={list} />
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "webhooks")("deliveries"));
