import type { Viewer } from "#lib/auth/viewer";
import type { Page } from "#lib/api/page";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { DeliveryRow } from "#lib/webhooks/claim";
import { type DeliveryState } from "#lib/webhooks/deliveries";
import { DateTime } from "../../../../_ui/date-time";
import { EmptyState } from "../../../../_ui/empty-state";
import { Pagination } from "../../../../_ui/pagination";
import { Section } from "../../../../_ui/section";
import { type Column, Table } from "../../../../_ui/table";
import { Tabs } from "../../../../_ui/tabs";
import { type ListQuery, neighbours } from "../../list-query";
import { answerInWords, DeliveryStatus } from "../delivery-words";

/** What a list of deliveries can be narrowed to. */
export const shownStates = ["pending", "queued", "delivered", "failed", "canceled"] as const;

type DeliveryListProps = {
  viewer: Viewer;
  endpointId: string;
  state: DeliveryState | undefined;
  query: ListQuery;
  page: Page<DeliveryRow>;
};

/** Deliveries to an endpoint, newest first. */
export function DeliveryList({ viewer, endpointId, state, query, page }: DeliveryListProps) {
  const t = translator(viewer.locale, "webhooks");
  const here = paths.webhook(viewer, endpointId);
  const narrowed = (to: DeliveryState | undefined) => (to ? `${here}?state=${to}` : here);
  const tabs = [undefined, ...shownStates].map((one) => ({
    href: narrowed(one),
    label: one ? t(`states.${one}`) : t("all"),
    current: one === state,
  }));
  return (
    <Section title={t("deliveries")} id="deliveries">
      <Tabs label={t("deliveries")} tabs={tabs} />
      {page.rows.length === 0 ? (
        <EmptyState title={t("noDeliveriesTitle")}>{t("noDeliveries")}</EmptyState>
      ) : (
        <>
          <Table
            caption={t("deliveriesCaption")}
            columns={columnsFor(viewer)}
            rows={page.rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => paths.webhookDelivery(viewer, endpointId, id)}
          />
          <Pagination
            locale={viewer.locale}
            summary={t("shown", { count: page.rows.length })}
            {...neighbours(narrowed(state), query, page)}
          />
        </>
      )}
    </Section>
  );
}

function columnsFor(viewer: Viewer): Column<DeliveryRow>[] {
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
    { key: "tries", label: t("tries"), align: "end", card: "none", cell: ({ tries }) => tries },
    {
      key: "time",
      label: t("time"),
      tone: "quiet",
      card: "moment",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="when" />,
    },
  ];
}
