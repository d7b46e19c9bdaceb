import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../_forms/action-form";
import { FormEnd } from "../../../../../_forms/form-end";
import { newFormKey } from "../../../../../_server/form-key";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { removeEndpoint } from "../../actions";
import { endpointOf, type EndpointPageProps } from "../endpoint-page";

/** Says what deleting an endpoint means, then does it. */
export default async function DeleteWebhookPage(props: EndpointPageProps) {
  const { viewer, endpoint } = await endpointOf(props);
  const t = translator(viewer.locale, "webhooks");
  const back = paths.webhook(viewer, endpoint.id);
  return (
    <DialogPage title={t("deleteTitle")} close={{ href: back, label: t("backToOne") }}>
      <p className="break-words">{t("deleteText", { url: endpoint.url })}</p>
      <ActionForm action={removeEndpoint} formKey={newFormKey()}>
        <input type="hidden" name="id" value={endpoint.id} />
        <FormEnd locale={viewer.locale} submit={t("deleteSubmit")} back={back} tone="danger" />
      </ActionForm>
    </DialogPage>
  );
}
