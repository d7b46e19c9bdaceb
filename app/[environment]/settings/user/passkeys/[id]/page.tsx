import { ownPasskey } from "#lib/auth/passkeys/passkeys";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../_forms/action-form";
import { FormTextField } from "../../../../../_forms/fields";
import { newFormKey } from "../../../../../_server/form-key";
import { found } from "../../../../../_server/found";
import { pageTitle } from "../../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../../_server/page-viewer";
import { requireProof } from "../../../../../_server/require-proof";
import { Button } from "../../../../../_ui/button";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { FormActions } from "../../../../../_ui/form";
import { Section } from "../../../../../_ui/section";
import { remove, rename } from "../actions";

export const generateMetadata = pageTitle((locale) => translator(locale, "passkeys")("one"));

type PasskeyPageProps = EnvironmentPageProps & { params: Promise<{ id: string }> };

/** One passkey: what it is called, and taking it away. */
export default async function PasskeyPage({ params }: PasskeyPageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const passkey = await found(ownPasskey(viewer, id));
  requireProof(viewer, paths.passkey(viewer, id));
  const t = translator(viewer.locale, "passkeys");
  return (
    <DialogPage title={passkey.name} close={{ href: paths.passkeys(viewer), label: t("back") }}>
      <ActionForm action={rename} formKey={newFormKey()} labels={{ name: t("name") }}>
        <input type="hidden" name="id" value={id} />
        <FormTextField
          name="name"
          label={t("name")}
          attributes={{ required: true, maxLength: 60, defaultValue: passkey.name }}
        />
        <FormActions>
          <Button tone="primary">{translator(viewer.locale, "common")("save")}</Button>
        </FormActions>
      </ActionForm>
      <Section title={t("remove")}>
        <p>{t("removeText")}</p>
        <ActionForm action={remove} formKey={newFormKey()}>
          <input type="hidden" name="id" value={id} />
          <div>
            <Button tone="danger">{t("remove")}</Button>
          </div>
        </ActionForm>
      </Section>
    </DialogPage>
  );
}
