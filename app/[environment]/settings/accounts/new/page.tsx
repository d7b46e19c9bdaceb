import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { BusinessFields, businessLabels } from "../../../../_accounts/business-fields";
import { ActionForm } from "../../../../_forms/action-form";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { Button } from "../../../../_ui/button";
import { DialogPage } from "../../../../_ui/dialog-page";
import { FormActions } from "../../../../_ui/form";
import { open } from "./actions";

export const generateMetadata = pageTitle((locale) => translator(locale, "accounts")("open"));

/** Opens a further account, which the person owns. */
export default async function NewAccountPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const t = translator(viewer.locale, "accounts");
  return (
    <DialogPage title={t("open")} close={{ href: paths.accounts(viewer), label: t("back") }}>
      <p>{t("openText")}</p>
      <ActionForm action={open} formKey={newFormKey()} labels={businessLabels(viewer.locale)}>
        <BusinessFields locale={viewer.locale} />
        <FormActions>
          <Button tone="primary">{t("open")}</Button>
        </FormActions>
      </ActionForm>
    </DialogPage>
  );
}
