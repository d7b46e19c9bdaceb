import { redirect } from "next/navigation";
import { passkeysOf } from "#lib/auth/passkeys/passkeys";
import { askForPasskey } from "#lib/auth/passkeys/registration";
import { relyingParty } from "#lib/auth/passkeys/relying-party";
import { translator } from "#lib/i18n/translator";
import { browserName } from "#lib/people/browser-name";
import { paths } from "#lib/paths";
import { PasskeyButton } from "../../../../../_passkeys/passkey-button";
import { ActionForm } from "../../../../../_forms/action-form";
import { FormTextField } from "../../../../../_forms/fields";
import { newFormKey } from "../../../../../_server/form-key";
import { pageTitle } from "../../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../../_server/page-viewer";
import { requireProof } from "../../../../../_server/require-proof";
import { requireSignedIn } from "../../../../../_server/signed-in";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { NeedsScript } from "../../../../../_ui/needs-script";
import { add } from "../actions";

export const generateMetadata = pageTitle((locale) => translator(locale, "passkeys")("add"));

/** Has the person's device make a passkey, and names it. */
export default async function NewPasskeyPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  requireProof(viewer, paths.newPasskey(viewer));
  if (!relyingParty()) redirect(paths.passkeys(viewer));
  const { person, session } = await requireSignedIn();
  const make = await askForPasskey(person, `register ${person.id}`, await passkeysOf(person.id));
  const t = translator(viewer.locale, "passkeys");
  return (
    <DialogPage title={t("add")} close={{ href: paths.passkeys(viewer), label: t("back") }}>
      <p>{t("addText")}</p>
      <NeedsScript text={t("needsScript")} />
      <ActionForm action={add} formKey={newFormKey()} labels={{ name: t("name") }}>
        <FormTextField
          name="name"
          label={t("name")}
          hint={t("nameHint")}
          attributes={{
            required: true,
            maxLength: 60,
            defaultValue: browserName(session.userAgent)?.system ?? "",
          }}
        />
        <PasskeyButton ask={{ make }} tone="primary" label={t("addSubmit")} failed={t("addFailed")} />
      </ActionForm>
    </DialogPage>
  );
}
