import { dayAt } from "#lib/calendar";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../_forms/action-form";
import { FormTextField } from "../../../../../_forms/fields";
import { FormEnd } from "../../../../../_forms/form-end";
import { newFormKey } from "../../../../../_server/form-key";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { replay } from "../../actions";
import { endpointOf, type EndpointPageProps } from "../endpoint-page";

/** Sends the events of some days again. */
export default async function ReplayPage(props: EndpointPageProps) {
  const { viewer, endpoint } = await endpointOf(props);
  const t = translator(viewer.locale, "webhooks");
  const back = paths.webhook(viewer, endpoint.id);
  const day = { type: "date", required: true, defaultValue: dayAt(viewer.now(), viewer.timeZone) } as const;
  return (
    <DialogPage title={t("replayTitle")} close={{ href: back, label: t("backToOne") }}>
      <p>{t("replayText")}</p>
      <ActionForm
        action={replay}
        formKey={newFormKey()}
        labels={{ from: t("replayFrom"), until: t("replayUntil") }}
      >
        <input type="hidden" name="id" value={endpoint.id} />
        <FormTextField name="from" label={t("replayFrom")} attributes={day} />
        <FormTextField name="until" label={t("replayUntil")} attributes={day} />
        <FormEnd locale={viewer.locale} submit={t("replaySubmit")} back={back} />
      </ActionForm>
    </DialogPage>
  );
}
