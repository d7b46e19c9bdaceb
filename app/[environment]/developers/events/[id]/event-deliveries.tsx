import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { EventDelivery } from "#lib/webhooks/event-deliveries";
import { Section } from "../../../../_ui/section";
import { type Column, Table } from "../../../../_ui/table";
import { answerInWords, DeliveryStatus } from "../../webhooks/delivery-words";

/** Where an event was sent, and what became of it there. */
export function EventDeliveries({ viewer, deliveries }: { viewer: Viewer; deliveries: EventDelivery[] }) {
  const t = translator(viewer.locale, "events");
  return (
    <Section title={t("deliveries")}>
      {deliveries.length === 0 ? (
        <p className="text-soft">{t("noDeliveries")}</p>
      ) : (
        <Table
          caption={t("deliveriesCaption")}
          columns={columnsFor(viewer)}
          rows={deliveries}
          rowKey={({ id }) => id}
          rowHref={({ id, endpointId }) => paths.webhookDelivery(viewer, endpointId, id)}
        />
      )}
    </Section>
  );
}

function columnsFor(viewer: Viewer): Column<EventDelivery>[] {
  const t = translator(viewer.locale, "events");
  return [
    {
      key: "endpoint",
      label: t("endpoint"),
      card: "title",
      cell: ({ url, listener, endpointDeletedAt }) => (
        <span className="break-all">
          {listener
            ? t("listener", { device: listener })
            : endpointDeletedAt === null
              ? url
              : translator(viewer.locale, "webhooks")("deletedEndpoint", { url })}
        </span>
      ),
    },
    {
      key: "state",
      label: t("state"),
      card: "state",
      cell: ({ state, lastStatus, lastError }) => (
        <>
          <DeliveryStatus viewer={viewer} state={state} />{" "}
          <span className="text-soft">
            {(lastStatus ?? lastError) !== null && answerInWords(viewer, lastStatus, lastError)}
          </span>
        </>
      ),
    },
  ];
}
