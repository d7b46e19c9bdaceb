import type { Viewer } from "#lib/auth/viewer";
import { listEvents } from "#lib/events/queries";
import type { EventRow } from "#lib/events/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { found } from "../../../_server/found";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { DateTime } from "../../../_ui/date-time";
import { EmptyState } from "../../../_ui/empty-state";
import { Page, PageHeader } from "../../../_ui/page-header";
import { Pagination } from "../../../_ui/pagination";
import { type Column, Table } from "../../../_ui/table";
import { type ListQuery, neighbours, pageIn } from "../list-query";
import { choiceIn, listHref, rangeOf } from "./event-filter";
import { Filters } from "./filters";

type EventsPageProps = EnvironmentPageProps & { searchParams: Promise<ListQuery> };

/** What happened, newest first. */
export default async function EventsPage({ params, searchParams }: EventsPageProps) {
  const viewer = await pageViewer((await params).environment);
  const query = await searchParams;
  const choice = choiceIn(query);
  const request = { ...pageIn(query), created: rangeOf(choice, viewer.timeZone) };
  const types = choice.type ? [choice.type] : undefined;
  const page = await found(listEvents(viewer, request, { types, objectId: choice.object }));
  const t = translator(viewer.locale, "events");
  return (
    <Page>
      <PageHeader title={t("title")} />
      <Filters viewer={viewer} choice={choice} />
      {page.rows.length === 0 ? (
        <Nothing viewer={viewer} isNarrowed={Object.values(choice).some(Boolean)} />
      ) : (
        <>
          <Table
            caption={t("caption")}
            columns={columnsFor(viewer)}
            rows={page.rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => paths.event(viewer, id)}
          />
          <Pagination
            locale={viewer.locale}
            summary={t("shown", { count: page.rows.length })}
            {...neighbours(listHref(paths.events(viewer), choice), query, page)}
          />
        </>
      )}
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "events")("title"));

function Nothing({ viewer, isNarrowed }: { viewer: Viewer; isNarrowed: boolean }) {
  const t = translator(viewer.locale, "events");
  if (isNarrowed) return <EmptyState title={t("noneTitle")}>{t("none")}</EmptyState>;
  return <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>;
}

function columnsFor(viewer: Viewer): Column<EventRow>[] {
  const t = translator(viewer.locale, "events");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  return [
    { key: "type", label: t("type"), card: "title", cell: ({ type }) => type },
    { key: "object", label: t("object"), card: "detail", cell: ({ objectId }) => <code>{objectId}</code> },
    {
      key: "time",
      label: t("time"),
      card: "moment",
      tone: "quiet",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="when" />,
    },
  ];
}
