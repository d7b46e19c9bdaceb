import type { Viewer } from "#lib/auth/viewer";
import { type EventQuery, eventList, type ListedEvent } from "#lib/events/list/event-list";
import { deliveries } from "#lib/events/list/filters";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { DateFilter } from "../../../../_lists/date-filter";
import type { FilterProps } from "../../../../_lists/filter-form";
import type { ListColumn, ListView } from "../../../../_lists/list-view";
import { RadioFilter } from "../../../../_lists/radio-filter";
import { TextFilter } from "../../../../_lists/text-filter";
import { DateTime } from "../../../../_ui/date-time";
import { EmptyState } from "../../../../_ui/empty-state";

/** Events as people see them. */
export const eventView: ListView<ListedEvent, EventQuery> = {
  source: eventList,
  caption: ({ locale }) => translator(locale, "events")("caption"),
  shown: ({ locale }, count) => translator(locale, "events")("shown", { count }),
  columns: eventColumns,
  href: (viewer, { id }) => paths.event(viewer, id),
  filters: (props) => <EventFilters {...props} />,
  empty({ locale }) {
    const t = translator(locale, "events");
    return <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>;
  },
};

function EventFilters(filter: FilterProps<EventQuery>) {
  const { viewer, place, query } = filter;
  const t = translator(viewer.locale, "events");
  return (
    <>
      <TextFilter
        {...{ viewer, place }}
        name="type"
        label={t("type")}
        hint={t("typeHint")}
        value={query.type}
        others={{ ...query, type: null }}
      />
      <DateFilter {...filter} />
      <TextFilter
        {...{ viewer, place }}
        name="object"
        label={t("object")}
        hint={t("objectHint")}
        value={query.object}
        others={{ ...query, object: null }}
      />
      <RadioFilter
        {...{ viewer, place }}
        name="delivery"
        label={t("deliveries")}
        options={deliveries.map((value) => ({ value, label: t(`delivery.${value}`) }))}
        chosen={query.delivery}
        others={{ ...query, delivery: null }}
      />
    </>
  );
}

function eventColumns(viewer: Viewer): ListColumn<ListedEvent>[] {
  const t = translator(viewer.locale, "events");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  return [
    { key: "type", label: t("type"), card: "title", cell: ({ type }) => type },
    { key: "object", label: t("object"), card: "detail", cell: ({ objectId }) => <code>{objectId}</code> },
    {
      key: "payment",
      label: t("payment"),
      card: "none",
      extra: true,
      cell: ({ paymentIntentId }) => paymentIntentId && <code>{paymentIntentId}</code>,
    },
    {
      key: "request",
      label: t("request"),
      card: "none",
      extra: true,
      cell: ({ requestId }) => requestId && <code>{requestId}</code>,
    },
    { key: "id", label: t("id"), card: "none", extra: true, cell: ({ id }) => <code>{id}</code> },
    {
      key: "time",
      label: t("time"),
      card: "moment",
      tone: "quiet",
      sorts: ["newest", "oldest"],
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="when" />,
    },
  ];
}
