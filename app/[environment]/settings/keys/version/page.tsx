import { apiVersion } from "#lib/api-version";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { versionsToChoose } from "#lib/versions/render";
import { ActionForm } from "../../../../_forms/action-form";
import { FormSelectField } from "../../../../_forms/fields";
import { FormEnd } from "../../../../_forms/form-end";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { DialogPage } from "../../../../_ui/dialog-page";
import { chooseVersion } from "../actions";

export const generateMetadata = pageTitle((locale) => translator(locale, "settings")("version.title"));

/** Chooses the version of the API for those who name none. */
export default async function VersionPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const t = translator(viewer.locale, "settings");
  const present = viewer.environment.apiVersion;
  return (
    <DialogPage title={t("version.title")} close={{ href: paths.keys(viewer), label: t("keys.backToKeys") }}>
      <p>{t("version.text")}</p>
      <ActionForm action={chooseVersion} formKey={newFormKey()}>
        <FormSelectField
          name="version"
          label={t("version.label")}
          hint={t("version.hint", { present })}
          defaultValue={present}
          options={versionsToChoose(present).map((value) => ({
            value,
            label: value === apiVersion ? t("version.latest", { version: value }) : value,
          }))}
        />
        <FormEnd locale={viewer.locale} submit={t("version.submit")} back={paths.keys(viewer)} />
      </ActionForm>
    </DialogPage>
  );
}
