import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { endpointList, type EndpointQuery, endpointStatuses } from "#lib/webhooks/endpoint-list";
import type { WebhookEndpointRow } from "#lib/webhooks/wire";
import { DateFilter } from "../../../../_lists/date-filter";
import type { FilterProps } from "../../../../_lists/filter-form";
import type { ListColumn, ListView } from "../../../../_lists/list-view";
import { StatusFilter } from "../../../../_lists/status-filter";
import { TextFilter } from "../../../../_lists/text-filter";
import { ButtonLink } from "../../../../_ui/button";
import { DateTime } from "../../../../_ui/date-time";
import { EmptyState } from "../../../../_ui/empty-state";
import { EndpointState } from "../endpoint-state";

/** Endpoints as people see them. */
export const endpointView: ListView<WebhookEndpointRow, EndpointQuery> = {
  source: endpointList,
  caption: ({ locale }) => translator(locale, "webhooks")("caption"),
  shown: ({ locale }, count) => translator(locale, "webhooks")("shown", { count }),
  columns: endpointColumns,
  href: (viewer, { id }) => paths.webhook(viewer, id),
  menu: (viewer, { id }) => {
    const t = translator(viewer.locale, "webhooks");
    return [
      { href: paths.editWebhook(viewer, id), label: t("edit"), icon: "pencil" },
      { href: paths.deleteWebhook(viewer, id), label: t("delete"), icon: "trash" },
    ];
  },
  filters: (props) => <EndpointFilters {...props} />,
  empty(viewer) {
    const t = translator(viewer.locale, "webhooks");
    const add = (
      <ButtonLink href={paths.newWebhook(viewer)} tone="primary">
        {t("add")}
      </ButtonLink>
    );
    return (
      <EmptyState title={t("emptyTitle")} action={add}>
        {t("empty")}
      </EmptyState>
    );
  },
};

function EndpointFilters(filter: FilterProps<EndpointQuery>) {
  const { viewer, place, query } = filter;
  const t = translator(viewer.locale, "webhooks");
  return (
    <>
      <TextFilter
        {...{ viewer, place }}
        name="q"
        label={t("url")}
        hint={t("textHint")}
        value={query.text}
        others={{ ...query, text: null }}
      />
      <StatusFilter
        {...filter}
        label={t("state")}
        options={endpointStatuses.map((value) => ({ value, label: t(value) }))}
      />
      <DateFilter {...filter} />
    </>
  );
}

function endpointColumns(viewer: Viewer): ListColumn<WebhookEndpointRow>[] {
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
      key: "version",
      label: t("version"),
      card: "none",
      extra: true,
      cell: ({ apiVersion }) => apiVersion ?? t("accountVersion"),
    },
    { key: "id", label: t("id"), card: "none", extra: true, cell: ({ id }) => <code>{id}</code> },
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
      sorts: ["newest", "oldest"],
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="date" />,
    },
  ];
}
