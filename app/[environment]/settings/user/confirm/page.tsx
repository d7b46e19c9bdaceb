import { passkeysOf } from "#lib/auth/passkeys/passkeys";
import { proofOf } from "#lib/auth/proof";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { FormTextField } from "../../../../_forms/fields";
import { UsePasskey } from "../../../../_passkeys/use-passkey";
import { newFormKey } from "../../../../_server/form-key";
import { localPath } from "../../../../_server/local-path";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { requireSignedIn } from "../../../../_server/signed-in";
import { Button } from "../../../../_ui/button";
import { DialogPage } from "../../../../_ui/dialog-page";
import { FormActions } from "../../../../_ui/form";
import { prove, usePasskey } from "./actions";

export const generateMetadata = pageTitle((locale) => translator(locale, "twoStep")("proveTitle"));

type ConfirmPageProps = EnvironmentPageProps & { searchParams: Promise<{ next?: string | string[] }> };

/** Asks who is about to do something dangerous to prove once more who they are. */
export default async function ConfirmPage({ params, searchParams }: ConfirmPageProps) {
  const viewer = await pageViewer((await params).environment);
  const next = localPath((await searchParams).next ?? paths.settings(viewer));
  const { person, session } = await requireSignedIn();
  const proof = await proofOf(viewer);
  const t = translator(viewer.locale, "twoStep");
  return (
    <DialogPage
      title={t("proveTitle")}
      close={{ href: paths.settings(viewer), label: translator(viewer.locale, "common")("cancel") }}
    >
      <p>{t("proveText")}</p>
      <ActionForm action={prove} formKey={newFormKey()} labels={{ code: t(`prove.${proof}`) }}>
        <input type="hidden" name="next" value={next} />
        <FormTextField
          name="code"
          label={t(`prove.${proof}`)}
          attributes={{
            type: "password",
            required: true,
            autoComplete: proof === "code" ? "one-time-code" : "current-password",
          }}
        />
        <FormActions>
          <Button tone="primary">{t("proveSubmit")}</Button>
        </FormActions>
      </ActionForm>
      <UsePasskey
        action={usePasskey}
        purpose={`prove ${session.id}`}
        among={await passkeysOf(person.id)}
        next={next}
        locale={viewer.locale}
      />
    </DialogPage>
  );
}
