import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { listEndpoints, listListeners } from "#lib/webhooks/queries";
import type { WebhookEndpointRow } from "#lib/webhooks/wire";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { ButtonLink } from "../../../_ui/button";
import { DateTime } from "../../../_ui/date-time";
import { EmptyState } from "../../../_ui/empty-state";
import { Page, PageHeader } from "../../../_ui/page-header";
import { type Column, Table } from "../../../_ui/table";
import { EndpointState } from "./endpoint-state";
import { ListenerTable } from "./listener-table";

/** An environment has few endpoints: they are all here. */
const size = 100;

/** Where events are sent. */
export default async function WebhooksPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const { rows } = await listEndpoints(viewer, { limit: size });
  const listeners = await listListeners(viewer);
  const t = translator(viewer.locale, "webhooks");
  const add = (
    <ButtonLink href={paths.newWebhook(viewer)} tone="primary" shortcut="n">
      {t("add")}
    </ButtonLink>
  );
  return (
    <Page>
      <PageHeader title={t("title")} actions={rows.length > 0 && add} />
      {rows.length === 0 ? (
        <EmptyState title={t("emptyTitle")} action={add}>
          {t("empty")}
        </EmptyState>
      ) : (
        <>
          <p className="text-soft">{t("intro")}</p>
          <Table
            caption={t("caption")}
            columns={columnsFor(viewer)}
            rows={rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => paths.webhook(viewer, id)}
          />
        </>
      )}
      {listeners.length > 0 && <ListenerTable viewer={viewer} listeners={listeners} />}
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "webhooks")("title"));

function columnsFor(viewer: Viewer): Column<WebhookEndpointRow>[] {
  const t = translator(viewer.locale, "webhooks");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  return [
    {
      key: "url",
      label: t("url"),
      card: "title",
      cell: ({ url }) => <span className="break-all">{url}</span>,
    },
    {
      key: "description",
      label: t("description"),
      card: "detail",
      tone: "quiet",
      cell: ({ description }) => description,
    },
    {
      key: "events",
      label: t("events"),
      cell: ({ enabledEvents }) =>
        enabledEvents.includes("*") ? t("allEvents") : t("eventsOf", { count: enabledEvents.length }),
    },
    {
      key: "state",
      label: t("state"),
      card: "state",
      cell: (endpoint) => <EndpointState viewer={viewer} endpoint={endpoint} />,
    },
    {
      key: "created",
      label: t("created"),
      tone: "quiet",
      card: "moment",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="date" />,
    },
  ];
}
