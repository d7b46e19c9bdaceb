import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm, UntilDone } from "../../../../../_forms/action-form";
import { FormSelectField } from "../../../../../_forms/fields";
import { newFormKey } from "../../../../../_server/form-key";
import { requireProof } from "../../../../../_server/require-proof";
import { Button } from "../../../../../_ui/button";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { FormActions } from "../../../../../_ui/form";
import { roll } from "../../actions";
import { SecretNotice } from "../../secret-notice";
import { endpointOf, type EndpointPageProps } from "../endpoint-page";

const overlaps = [0, 1, 2, 4, 8, 12, 24];
const usual = "24";

/** Makes a new signing secret, and shows it once. */
export default async function RollSecretPage(props: EndpointPageProps) {
  const { viewer, endpoint } = await endpointOf(props);
  requireProof(viewer, paths.rollWebhookSecret(viewer, endpoint.id));
  const t = translator(viewer.locale, "webhooks");
  const back = paths.webhook(viewer, endpoint.id);
  return (
    <DialogPage title={t("rollTitle")} close={{ href: back, label: t("backToOne") }}>
      <ActionForm action={roll} formKey={newFormKey()}>
        <SecretNotice viewer={viewer} />
        <UntilDone>
          <p>{t("rollText")}</p>
          <input type="hidden" name="id" value={endpoint.id} />
          <FormSelectField
            name="overlapHours"
            label={t("overlap")}
            defaultValue={usual}
            options={overlaps.map((count) => ({
              value: String(count),
              label: t("overlapHours", { count }),
            }))}
          />
          <FormActions>
            <Button tone="primary">{t("rollSubmit")}</Button>
          </FormActions>
        </UntilDone>
      </ActionForm>
      <p>
        <a href={back}>{t("backToOne")}</a>
      </p>
    </DialogPage>
  );
}
