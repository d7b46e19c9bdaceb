import { getAccount } from "#lib/accounts/queries";
import { retentions } from "#lib/audit/retention";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { FormSelectField } from "../../../../_forms/fields";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { requireProof } from "../../../../_server/require-proof";
import { Button } from "../../../../_ui/button";
import { DialogPage } from "../../../../_ui/dialog-page";
import { FormActions } from "../../../../_ui/form";
import { keep } from "./actions";

export const generateMetadata = pageTitle((locale) => translator(locale, "history")("retention.title"));

/** For how long the security history is kept. */
export default async function RetentionPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  requireProof(viewer, paths.historyRetention(viewer));
  const { settings } = await getAccount(viewer);
  const t = translator(viewer.locale, "history");
  return (
    <DialogPage
      title={t("retention.title")}
      close={{ href: paths.securityHistory(viewer), label: t("retention.back") }}
    >
      <p>{t("retention.text")}</p>
      <ActionForm action={keep} formKey={newFormKey()} labels={{ days: t("retention.label") }}>
        <FormSelectField
          name="days"
          label={t("retention.label")}
          defaultValue={String(settings.historyDays ?? 0)}
          options={retentions.map((days) => ({ value: String(days), label: t("retention.days", { days }) }))}
        />
        <FormActions>
          <Button tone="primary">{translator(viewer.locale, "common")("save")}</Button>
        </FormActions>
      </ActionForm>
    </DialogPage>
  );
}
