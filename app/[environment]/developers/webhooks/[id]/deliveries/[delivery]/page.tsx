import type { Viewer } from "#lib/auth/viewer";
import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { DeliveryRow } from "#lib/webhooks/claim";
import { attemptsOf, getDelivery } from "#lib/webhooks/deliveries";
import { getRecipient } from "#lib/webhooks/queries";
import { ActionForm } from "../../../../../../_forms/action-form";
import { found } from "../../../../../../_server/found";
import { newFormKey } from "../../../../../../_server/form-key";
import { pageViewer } from "../../../../../../_server/page-viewer";
import { Button } from "../../../../../../_ui/button";
import { DateTime } from "../../../../../../_ui/date-time";
import { DescriptionList } from "../../../../../../_ui/description-list";
import { Page, PageHeader } from "../../../../../../_ui/page-header";
import { Columns, Section } from "../../../../../../_ui/section";
import { resend } from "../../../actions";
import { DeliveryStatus } from "../../../delivery-words";
import { titleOf } from "../../../endpoint-title";
import { AttemptTable } from "./attempt-table";

type DeliveryPageProps = { params: Promise<{ environment: string; id: string; delivery: string }> };

/** One delivery: every try, and what was answered. */
export default async function DeliveryPage({ params }: DeliveryPageProps) {
  const { environment, id, delivery: deliveryId } = await params;
  const viewer = await pageViewer(environment);
  const endpoint = await found(getRecipient(viewer, id));
  const delivery = await found(getDelivery(viewer, deliveryId));
  const attempts = await attemptsOf(viewer, delivery.id);
  const { locale } = viewer;
  const t = translator(locale, "webhooks");
  const about = endpoint.deletedAt === null ? paths.webhook(viewer, id) : paths.deliveriesTo(viewer, id);
  const crumbs = [
    { label: t("title"), href: paths.webhooks(viewer) },
    { label: titleOf(viewer, endpoint), href: about },
  ];
  const inLine = delivery.state === "queued" || (delivery.state === "pending" && delivery.replay);
  return (
    <Page>
      <PageHeader
        title={delivery.eventType}
        state={<DeliveryStatus viewer={viewer} state={delivery.state} />}
        breadcrumb={{ label: translator(locale, "common")("breadcrumb"), crumbs }}
        actions={endpoint.status === "enabled" && !inLine && <Resend viewer={viewer} delivery={delivery} />}
      />
      <Columns
        main={
          <Section title={t("attempts")}>
            {attempts.length === 0 ? (
              <p className="text-soft">{delivery.state === "delivered" ? t("taken") : t("noAttempts")}</p>
            ) : (
              <AttemptTable viewer={viewer} attempts={attempts} />
            )}
          </Section>
        }
        aside={<Facts viewer={viewer} delivery={delivery} to={titleOf(viewer, endpoint)} />}
      />
    </Page>
  );
}

function Resend({ viewer, delivery }: { viewer: Viewer; delivery: DeliveryRow }) {
  return (
    <ActionForm action={resend} formKey={newFormKey()}>
      <input type="hidden" name="id" value={delivery.id} />
      <Button tone="primary">{translator(viewer.locale, "webhooks")("resend")}</Button>
    </ActionForm>
  );
}

function Facts({ viewer, delivery, to }: { viewer: Viewer; delivery: DeliveryRow; to: string }) {
  const t = translator(viewer.locale, "webhooks");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  const { eventId, nextTryAt } = delivery;
  const event = may(viewer, "events:read") ? (
    <a href={paths.event(viewer, eventId)}>
      <code>{eventId}</code>
    </a>
  ) : (
    <code>{eventId}</code>
  );
  const items = [
    { term: t("event"), value: event },
    { term: t("endpoint"), value: <span className="break-all">{to}</span> },
    { term: t("time"), value: <DateTime at={delivery.createdAt} view={view} /> },
    { term: t("tries"), value: String(delivery.tries) },
    { term: t("nextTry"), value: nextTryAt === null ? null : <DateTime at={nextTryAt} view={view} /> },
  ];
  return (
    <Section title={t("details")}>
      <DescriptionList items={items} />
    </Section>
  );
}
