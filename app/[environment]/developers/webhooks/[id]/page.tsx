import type { Metadata } from "next";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { listDeliveries } from "#lib/webhooks/deliveries";
import type { WebhookEndpointRow } from "#lib/webhooks/wire";
import { ActionForm } from "../../../../_forms/action-form";
import { found } from "../../../../_server/found";
import { newFormKey } from "../../../../_server/form-key";
import { Button, ButtonLink } from "../../../../_ui/button";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Columns } from "../../../../_ui/section";
import { type ListQuery, pageIn, valueIn } from "../../list-query";
import { setStatus } from "../actions";
import { EndpointState } from "../endpoint-state";
import { DeliveryList, shownStates } from "./delivery-list";
import { EndpointDetails } from "./endpoint-details";
import { destinationOf, type EndpointPageProps, titleOf } from "./endpoint-page";

type WebhookPageProps = EndpointPageProps & { searchParams: Promise<ListQuery> };

/** One endpoint and what was sent to it. */
export default async function WebhookPage({ params, searchParams }: WebhookPageProps) {
  const { viewer, endpoint } = await destinationOf({ params });
  const query = await searchParams;
  const state = shownStates.find((one) => one === valueIn(query, "state"));
  const { id } = endpoint;
  const page = await found(listDeliveries(viewer, { endpointId: id, state }, pageIn(query)));
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
        main={<DeliveryList viewer={viewer} endpointId={id} state={state} query={query} page={page} />}
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
