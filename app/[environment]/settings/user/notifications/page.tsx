import { translator } from "#lib/i18n/translator";
import { ownNotifications } from "#lib/notifications/choices";
import type { NotificationKind } from "#lib/notifications/kinds";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { FormCheckboxesField } from "../../../../_forms/fields";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { requireSignedIn } from "../../../../_server/signed-in";
import { Button } from "../../../../_ui/button";
import { FormActions } from "../../../../_ui/form";
import { Page } from "../../../../_ui/page-header";
import { SettingsHeader } from "../../settings-header";
import { choose } from "./actions";

export const generateMetadata = pageTitle((locale) => translator(locale, "notices")("choices.title"));

const explained = ["payment", "digest"] as const satisfies NotificationKind[];

/** Which mails the person gets about this account. */
export default async function NotificationsPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const { person } = await requireSignedIn();
  const choices = await ownNotifications(viewer);
  const t = translator(viewer.locale, "notices");
  const hintOf = (kind: NotificationKind) => {
    const named = explained.find((each) => each === kind);
    return named && t(`choices.hint.${named}`);
  };
  return (
    <Page>
      <SettingsHeader viewer={viewer} title={t("choices.title")} href={paths.settings(viewer)} />
      <p>{t("choices.intro", { email: person.email, account: viewer.environment.accountName })}</p>
      <ActionForm action={choose} formKey={newFormKey()} done={t("choices.saved")}>
        <FormCheckboxesField
          name="wanted"
          label={t("choices.legend")}
          defaultValues={choices.filter(({ wanted }) => wanted).map(({ kind }) => kind)}
          options={choices.map(({ kind }) => ({
            value: kind,
            label: t(`choices.kind.${kind}`),
            hint: hintOf(kind),
          }))}
        />
        <FormActions>
          <Button tone="primary">{translator(viewer.locale, "common")("save")}</Button>
        </FormActions>
      </ActionForm>
    </Page>
  );
}
