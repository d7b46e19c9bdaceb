import type { Metadata } from "next";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { latestDeliveries } from "#lib/webhooks/delivery-list";
import type { WebhookEndpointRow } from "#lib/webhooks/wire";
import { ActionForm } from "../../../../_forms/action-form";
import { newFormKey } from "../../../../_server/form-key";
import { Button, ButtonLink } from "../../../../_ui/button";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Columns } from "../../../../_ui/section";
import { setStatus } from "../actions";
import { EndpointState } from "../endpoint-state";
import { titleOf } from "../endpoint-title";
import { EndpointDetails } from "./endpoint-details";
import { destinationOf, type EndpointPageProps } from "./endpoint-page";
import { LatestDeliveries } from "./latest-deliveries";

/** One endpoint and what was sent to it last. */
export default async function WebhookPage({ params }: EndpointPageProps) {
  const { viewer, endpoint } = await destinationOf({ params });
  const { id } = endpoint;
  const deliveries = await latestDeliveries(viewer, id);
  const { locale } = viewer;
  const crumbs = [{ label: translator(locale, "webhooks")("title"), href: paths.webhooks(viewer) }];
  return (
    <Page>
      <PageHeader
        title={<span className="break-all">{titleOf(viewer, endpoint)}</span>}
        state={<EndpointState viewer={viewer} endpoint={endpoint} />}
        breadcrumb={{ label: translator(locale, "common")("breadcrumb"), crumbs }}
        actions={endpoint.listenerKeyId === null && <Actions viewer={viewer} endpoint={endpoint} />}
      />
      <Columns
        main={<LatestDeliveries viewer={viewer} endpointId={id} deliveries={deliveries} />}
        aside={<EndpointDetails viewer={viewer} endpoint={endpoint} />}
      />
    </Page>
  );
}

export async function generateMetadata(props: EndpointPageProps): Promise<Metadata> {
  const { viewer, endpoint } = await destinationOf(props);
  return { title: titleOf(viewer, endpoint) };
}

function Actions({ viewer, endpoint }: { viewer: Viewer; endpoint: WebhookEndpointRow }) {
  const t = translator(viewer.locale, "webhooks");
  const { id, status } = endpoint;
  const isEnabled = status === "enabled";
  return (
    <>
      <ButtonLink href={paths.deleteWebhook(viewer, id)}>{t("delete")}</ButtonLink>
      <ActionForm action={setStatus} formKey={newFormKey()}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="status" value={isEnabled ? "disabled" : "enabled"} />
        <Button>{isEnabled ? t("disable") : t("enable")}</Button>
      </ActionForm>
      {isEnabled && <ButtonLink href={paths.replayWebhook(viewer, id)}>{t("replay")}</ButtonLink>}
      <ButtonLink href={paths.rollWebhookSecret(viewer, id)}>{t("roll")}</ButtonLink>
      <ButtonLink href={paths.editWebhook(viewer, id)} tone="primary">
        {t("edit")}
      </ButtonLink>
    </>
  );
}
