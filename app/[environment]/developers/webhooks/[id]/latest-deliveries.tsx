import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { ListedDelivery } from "#lib/webhooks/delivery-list";
import { plainColumns } from "../../../../_lists/list-table";
import { EmptyState } from "../../../../_ui/empty-state";
import { Section } from "../../../../_ui/section";
import { Table } from "../../../../_ui/table";
import { deliveryColumns } from "../_list/delivery-view";

type LatestDeliveriesProps = { viewer: Viewer; endpointId: string; deliveries: ListedDelivery[] };

/** What was sent to an endpoint last, and the way to all of it. */
export function LatestDeliveries({ viewer, endpointId, deliveries }: LatestDeliveriesProps) {
  const t = translator(viewer.locale, "webhooks");
  const all = <a href={paths.deliveriesTo(viewer, endpointId)}>{t("allDeliveries")}</a>;
  const columns = plainColumns(deliveryColumns(viewer)).filter(({ key }) => key !== "endpoint");
  return (
    <Section title={t("deliveries")} id="deliveries" aside={deliveries.length > 0 && all}>
      {deliveries.length === 0 ? (
        <EmptyState title={t("noDeliveriesTitle")}>{t("noDeliveries")}</EmptyState>
      ) : (
        <Table
          caption={t("deliveriesCaption")}
          columns={columns}
          rows={deliveries}
          rowKey={({ id }) => id}
          rowHref={({ id }) => paths.webhookDelivery(viewer, endpointId, id)}
        />
      )}
    </Section>
  );
}
