import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { WebhookEndpointRow } from "#lib/webhooks/wire";
import { DateTime } from "../../../_ui/date-time";
import { Section } from "../../../_ui/section";
import { type Column, Table } from "../../../_ui/table";
import { EndpointState } from "./endpoint-state";

type ListenerTableProps = { viewer: Viewer; listeners: WebhookEndpointRow[] };

/** Command lines that listen, or lately did. */
export function ListenerTable({ viewer, listeners }: ListenerTableProps) {
  const t = translator(viewer.locale, "webhooks");
  return (
    <Section title={t("listeners")}>
      <p className="text-soft">{t("listenersText")}</p>
      <Table
        caption={t("listeners")}
        columns={columnsFor(viewer)}
        rows={listeners}
        rowKey={({ id }) => id}
        rowHref={({ id }) => paths.webhook(viewer, id)}
      />
    </Section>
  );
}

function columnsFor(viewer: Viewer): Column<WebhookEndpointRow>[] {
  const t = translator(viewer.locale, "webhooks");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  return [
    {
      key: "device",
      label: t("device"),
      card: "title",
      cell: ({ description }) => description ?? t("unnamedDevice"),
    },
    {
      key: "forwards",
      label: t("forwardsTo"),
      card: "detail",
      cell: ({ url }) => <span className="break-all">{url || t("forwardsNowhere")}</span>,
    },
    {
      key: "state",
      label: t("state"),
      card: "state",
      cell: (listener) => <EndpointState viewer={viewer} endpoint={listener} />,
    },
    {
      key: "created",
      label: t("listensSince"),
      tone: "quiet",
      card: "moment",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="when" />,
    },
  ];
}
