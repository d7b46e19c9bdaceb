import { eventsOfObject } from "#lib/events/queries";
import { translator } from "#lib/i18n/translator";
import { DateTime } from "../../../_ui/date-time";
import { Section } from "../../../_ui/section";
import { Table } from "../../../_ui/table";
import type { CustomerPartProps } from "./customer-details";

const shown = 20;

/** What the API told of the customer. */
export async function CustomerEvents({ viewer, customer }: CustomerPartProps) {
  const events = await eventsOfObject(viewer, customer.id, shown);
  const t = translator(viewer.locale, "customers");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  return (
    <Section title={t("events")}>
      {events.length === 0 ? (
        <p className="text-soft">{t("noEvents")}</p>
      ) : (
        <Table
          caption={t("eventsCaption")}
          columns={[
            { key: "type", label: t("event"), card: "title", cell: ({ type }) => <code>{type}</code> },
            { key: "id", label: t("id"), tone: "quiet", card: "none", cell: ({ id }) => <code>{id}</code> },
            {
              key: "at",
              label: t("when"),
              tone: "quiet",
              card: "moment",
              cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="when" />,
            },
          ]}
          rows={events}
          rowKey={({ id }) => id}
        />
      )}
    </Section>
  );
}
