import { apiVersion } from "#lib/api-version";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { versionsToChoose } from "#lib/versions/render";
import { ActionForm, UntilDone } from "../../../../_forms/action-form";
import { FormSelectField } from "../../../../_forms/fields";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { Button } from "../../../../_ui/button";
import { DialogPage } from "../../../../_ui/dialog-page";
import { FormActions } from "../../../../_ui/form";
import { addEndpoint } from "../actions";
import { EndpointFields } from "../endpoint-fields";
import { SecretNotice } from "../secret-notice";

/** Adds an endpoint and shows its secret once. */
export default async function NewWebhookPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const t = translator(viewer.locale, "webhooks");
  return (
    <DialogPage title={t("add")} close={{ href: paths.webhooks(viewer), label: t("back") }}>
      <ActionForm
        action={addEndpoint}
        formKey={newFormKey()}
        labels={{
          url: t("url"),
          description: t("description"),
          enabledEvents: t("events"),
          apiVersion: t("version"),
        }}
      >
        <SecretNotice viewer={viewer} />
        <UntilDone>
          <EndpointFields viewer={viewer} />
          <FormSelectField
            name="apiVersion"
            label={t("version")}
            hint={t("versionHint")}
            placeholder={t("accountVersionNow", { version: viewer.environment.apiVersion })}
            options={versionsToChoose(null).map((value) => ({
              value,
              label: value === apiVersion ? t("latestVersion", { version: value }) : value,
            }))}
          />
          <FormActions>
            <Button tone="primary">{t("create")}</Button>
          </FormActions>
        </UntilDone>
      </ActionForm>
      <p>
        <a href={paths.webhooks(viewer)}>{t("back")}</a>
      </p>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "webhooks")("add"));
