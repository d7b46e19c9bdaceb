import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { WebhookEndpointRow } from "#lib/webhooks/wire";
import { Copyable } from "../../../../_ui/copyable";
import { DateTime } from "../../../../_ui/date-time";
import { DescriptionList } from "../../../../_ui/description-list";
import { Section } from "../../../../_ui/section";

type EndpointDetailsProps = { viewer: Viewer; endpoint: WebhookEndpointRow };

/** What is known of an endpoint. */
export function EndpointDetails({ viewer, endpoint }: EndpointDetailsProps) {
  const t = translator(viewer.locale, "webhooks");
  const common = translator(viewer.locale, "common");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  const { enabledEvents, oldSecretUntil } = endpoint;
  const overlaps = oldSecretUntil !== null && viewer.now() < oldSecretUntil;
  const isListener = endpoint.listenerKeyId !== null;
  const items = [
    {
      term: t("id"),
      value: <Copyable value={endpoint.id} copy={common("copy")} copied={common("copied")} />,
    },
    { term: t("description"), value: endpoint.description },
    { term: t("forwardsTo"), value: isListener ? endpoint.url || t("forwardsNowhere") : null },
    {
      term: t("events"),
      value: enabledEvents.includes("*") ? t("allEvents") : <Names names={enabledEvents} />,
    },
    { term: t("version"), value: endpoint.apiVersion ?? t("accountVersion") },
    { term: t("created"), value: <DateTime at={endpoint.createdAt} view={view} as="date" /> },
    { term: t("oldSecretUntil"), value: overlaps ? <DateTime at={oldSecretUntil} view={view} /> : null },
  ];
  return (
    <Section title={t("details")}>
      <DescriptionList items={items} />
    </Section>
  );
}

function Names({ names }: { names: string[] }) {
  return (
    <ul className="grid gap-1">
      {names.map((name) => (
        <li key={name} className="break-all">
          {name}
        </li>
      ))}
    </ul>
  );
}
