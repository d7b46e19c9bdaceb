import { config } from "#lib/config";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm, UntilDone } from "../../../../_forms/action-form";
import { FormEnd } from "../../../../_forms/form-end";
import { FormTextField } from "../../../../_forms/fields";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { requireProof } from "../../../../_server/require-proof";
import { requireSignedIn } from "../../../../_server/signed-in";
import { DialogPage } from "../../../../_ui/dialog-page";
import { sendLink } from "./actions";

export const generateMetadata = pageTitle((locale) =>
  translator(locale, "settings")("user.changeEmail.title"),
);

/** Takes the address that the person wants to sign in with, and sends it a link. */
export default async function ChangeEmailPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  requireProof(viewer, paths.changeEmail(viewer));
  const { person } = await requireSignedIn();
  const t = translator(viewer.locale, "settings");
  const back = paths.personalSettings(viewer);
  return (
    <DialogPage title={t("user.changeEmail.title")} close={{ href: back, label: t("user.title") }}>
      <p>{t("user.changeEmail.text", { email: person.email })}</p>
      <p>{t("user.changeEmail.means")}</p>
      {!config().smtp && <p>{t("user.changeEmail.kept")}</p>}
      <ActionForm
        action={sendLink}
        formKey={newFormKey()}
        done={t("user.changeEmail.sent")}
        labels={{ email: t("user.changeEmail.new") }}
      >
        <UntilDone>
          <FormTextField
            name="email"
            label={t("user.changeEmail.new")}
            attributes={{ type: "email", required: true, maxLength: 254, autoComplete: "email" }}
          />
          <FormEnd locale={viewer.locale} submit={t("user.changeEmail.submit")} back={back} />
        </UntilDone>
      </ActionForm>
    </DialogPage>
  );
}
