import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import {
  deliveryList,
  type DeliveryQuery,
  deliveryStates,
  type ListedDelivery,
} from "#lib/webhooks/delivery-list";
import { listDestinations } from "#lib/webhooks/destinations";
import { ChoiceFilter } from "../../../../_lists/choice-filter";
import { DateFilter } from "../../../../_lists/date-filter";
import type { FilterProps } from "../../../../_lists/filter-form";
import type { ListColumn, ListView } from "../../../../_lists/list-view";
import { StatusFilter } from "../../../../_lists/status-filter";
import { TextFilter } from "../../../../_lists/text-filter";
import { DateTime } from "../../../../_ui/date-time";
import { EmptyState } from "../../../../_ui/empty-state";
import { answerInWords, DeliveryStatus } from "../delivery-words";
import { titleOf } from "../endpoint-title";

/** Deliveries as people see them. */
export const deliveryView: ListView<ListedDelivery, DeliveryQuery> = {
  source: deliveryList,
  caption: ({ locale }) => translator(locale, "webhooks")("deliveries"),
  shown: ({ locale }, count) => translator(locale, "webhooks")("shown", { count }),
  columns: deliveryColumns,
  href: (viewer, { endpointId, id }) => paths.webhookDelivery(viewer, endpointId, id),
  filters: (props) => <DeliveryFilters {...props} />,
  empty({ locale }) {
    const t = translator(locale, "webhooks");
    return <EmptyState title={t("noDeliveriesTitle")}>{t("noDeliveries")}</EmptyState>;
  },
};

async function DeliveryFilters(filter: FilterProps<DeliveryQuery>) {
  const { viewer, place, query } = filter;
  const t = translator(viewer.locale, "webhooks");
  const destinations = await listDestinations(viewer);
  return (
    <>
      <DateFilter {...filter} />
      <ChoiceFilter
        {...{ viewer, place }}
        name="endpoint"
        label={t("endpoint")}
        options={destinations.map((each) => ({ value: each.id, label: titleOf(viewer, each) }))}
        chosen={query.endpoints}
        others={{ ...query, endpoints: [] }}
      />
      <StatusFilter
        {...filter}
        label={t("state")}
        options={deliveryStates.map((value) => ({ value, label: t(`states.${value}`) }))}
      />
      <TextFilter
        {...{ viewer, place }}
        name="type"
        label={t("event")}
        hint={translator(viewer.locale, "events")("typeHint")}
        value={query.type}
        others={{ ...query, type: null }}
      />
    </>
  );
}

/** What can be shown of a delivery. */
export function deliveryColumns(viewer: Viewer): ListColumn<ListedDelivery>[] {
  const t = translator(viewer.locale, "webhooks");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  return [
    { key: "event", label: t("event"), card: "title", cell: ({ eventType }) => eventType },
    {
      key: "state",
      label: t("state"),
      card: "state",
      cell: ({ state }) => <DeliveryStatus viewer={viewer} state={state} />,
    },
    {
      key: "answer",
      label: t("answer"),
      card: "detail",
      cell: ({ lastStatus, lastError }) => answerInWords(viewer, lastStatus, lastError),
    },
    {
      key: "endpoint",
      label: t("endpoint"),
      card: "none",
      tone: "quiet",
      cell: ({ destination }) => <span className="break-all">{titleOf(viewer, destination)}</span>,
    },
    { key: "tries", label: t("tries"), align: "end", card: "none", cell: ({ tries }) => tries },
    {
      key: "nextTry",
      label: t("nextTry"),
      card: "none",
      tone: "quiet",
      extra: true,
      cell: ({ nextTryAt }) => nextTryAt !== null && <DateTime at={nextTryAt} view={view} as="when" />,
    },
    {
      key: "eventId",
      label: t("eventId"),
      card: "none",
      tone: "quiet",
      extra: true,
      cell: ({ eventId }) => <code>{eventId}</code>,
    },
    {
      key: "time",
      label: t("time"),
      tone: "quiet",
      card: "moment",
      sorts: ["newest", "oldest"],
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="when" />,
    },
  ];
}
