import { maskableRoles, rolesMasked } from "#lib/discretion/masked-roles";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../_forms/action-form";
import { FormCheckboxesField } from "../../../_forms/fields";
import { newFormKey } from "../../../_server/form-key";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { requireProof } from "../../../_server/require-proof";
import { Button } from "../../../_ui/button";
import { FormActions } from "../../../_ui/form";
import { Page } from "../../../_ui/page-header";
import { SettingsHeader } from "../settings-header";
import { saveMaskedRoles } from "./actions";

export const generateMetadata = pageTitle((locale) => translator(locale, "discretion")("title"));

/** Which roles work with customers without seeing who they are. */
export default async function DiscretionPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const masked = await rolesMasked(viewer);
  requireProof(viewer, paths.discretion(viewer));
  const t = translator(viewer.locale, "discretion");
  const roles = translator(viewer.locale, "roles");
  return (
    <Page>
      <SettingsHeader viewer={viewer} title={t("title")} href={paths.settings(viewer)} />
      <p>{t("intro")}</p>
      <p className="text-soft">{t(`here.${viewer.environment.kind}`)}</p>
      <ActionForm action={saveMaskedRoles} formKey={newFormKey()} done={t("saved")}>
        <FormCheckboxesField
          name="roles"
          label={t("roles")}
          hint={t("rolesHint")}
          defaultValues={[...masked]}
          options={maskableRoles(viewer.environment.kind).map((role) => ({
            value: role,
            label: roles(`name.${role}`),
          }))}
        />
        <FormActions>
          <Button tone="primary">{translator(viewer.locale, "common")("save")}</Button>
        </FormActions>
      </ActionForm>
    </Page>
  );
}
