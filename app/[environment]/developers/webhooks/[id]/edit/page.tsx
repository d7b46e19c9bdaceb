import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../_forms/action-form";
import { FormEnd } from "../../../../../_forms/form-end";
import { newFormKey } from "../../../../../_server/form-key";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { editEndpoint } from "../../actions";
import { EndpointFields } from "../../endpoint-fields";
import { endpointOf, type EndpointPageProps } from "../endpoint-page";

/** Changes an endpoint. */
export default async function EditWebhookPage(props: EndpointPageProps) {
  const { viewer, endpoint } = await endpointOf(props);
  const t = translator(viewer.locale, "webhooks");
  const back = paths.webhook(viewer, endpoint.id);
  return (
    <DialogPage title={t("editTitle")} close={{ href: back, label: t("backToOne") }}>
      <ActionForm
        action={editEndpoint}
        formKey={newFormKey()}
        labels={{ url: t("url"), description: t("description"), enabledEvents: t("events") }}
      >
        <input type="hidden" name="id" value={endpoint.id} />
        <EndpointFields viewer={viewer} endpoint={endpoint} />
        <FormEnd locale={viewer.locale} submit={t("save")} back={back} />
      </ActionForm>
    </DialogPage>
  );
}
