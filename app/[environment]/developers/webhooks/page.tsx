import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { listListeners } from "#lib/webhooks/queries";
import { ListContent } from "../../../_lists/list-content";
import { openList } from "../../../_lists/open-list";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { ButtonLink } from "../../../_ui/button";
import { Page, PageHeader } from "../../../_ui/page-header";
import { endpointView } from "./_list/endpoint-view";
import { ListenerTable } from "./listener-table";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** Where events are sent. */
export default async function WebhooksPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const list = await openList(viewer, endpointView, await searchParams);
  const listeners = await listListeners(viewer);
  const t = translator(viewer.locale, "webhooks");
  return (
    <Page>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <ButtonLink href={paths.webhookDeliveries(viewer)}>{t("deliveries")}</ButtonLink>
            <ButtonLink href={paths.newWebhook(viewer)} tone="primary" shortcut="n">
              {t("add")}
            </ButtonLink>
          </>
        }
      />
      {!list.isEmpty && <p className="text-soft">{t("intro")}</p>}
      <ListContent list={list} />
      {listeners.length > 0 && <ListenerTable viewer={viewer} listeners={listeners} />}
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "webhooks")("title"));
