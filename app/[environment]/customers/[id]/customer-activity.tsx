import { eventsOfObject } from "#lib/events/queries";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { requestsAbout } from "#lib/request-log/queries";
import type { Viewer } from "#lib/auth/viewer";
import { DateTime } from "../../../_ui/date-time";
import { Section } from "../../../_ui/section";
import { Table } from "../../../_ui/table";
import type { CustomerPartProps } from "./customer-details";

const shown = 20;

type Line = { id: string; at: number; what: string; href: string };

/** What the API told of the customer, and what was asked of it. */
export async function CustomerActivity({ viewer, customer }: CustomerPartProps) {
  const lines = await linesOf(viewer, customer.id);
  const t = translator(viewer.locale, "customers");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  return (
    <Section title={t("events")}>
      {lines.length === 0 ? (
        <p className="text-soft">{t("noEvents")}</p>
      ) : (
        <Table<Line>
          caption={t("eventsCaption")}
          columns={[
            { key: "what", label: t("event"), card: "title", cell: ({ what }) => what },
            { key: "id", label: t("id"), tone: "quiet", card: "none", cell: ({ id }) => <code>{id}</code> },
            {
              key: "at",
              label: t("when"),
              tone: "quiet",
              card: "moment",
              cell: ({ at }) => <DateTime at={at} view={view} as="when" />,
            },
          ]}
          rows={lines}
          rowKey={({ id }) => id}
          rowHref={({ href }) => href}
        />
      )}
    </Section>
  );
}

/** Ids make paths too wide to stand beside anything. */
const longIds = /(?<=\/)[a-z]+_\w{12,}/g;

async function linesOf(viewer: Viewer, customerId: string): Promise<Line[]> {
  const events = await eventsOfObject(viewer, customerId, shown);
  const requests = await requestsAbout(viewer, customerId, shown);
  const lines = [
    ...requests.map(({ id, at, method, path, status }) => ({
      ...{ id, at },
      what: `${method} ${path.replaceAll(longIds, "…")} ${status}`,
      href: paths.requestLog(viewer, id),
    })),
    ...events.map(({ id, createdAt, type }) => ({
      ...{ id, at: createdAt, what: type },
      href: paths.event(viewer, id),
    })),
  ];
  return lines.sort((one, other) => other.at - one.at).slice(0, shown);
}
