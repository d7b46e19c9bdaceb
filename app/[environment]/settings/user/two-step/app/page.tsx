import { redirect } from "next/navigation";
import { secretToConfirm } from "#lib/auth/second-factor";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../_forms/action-form";
import { FormEnd } from "../../../../../_forms/form-end";
import { newFormKey } from "../../../../../_server/form-key";
import { pageTitle } from "../../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../../_server/page-viewer";
import { requireProof } from "../../../../../_server/require-proof";
import { requireSignedIn } from "../../../../../_server/signed-in";
import { AppSecret } from "../../../../../_two-step/app-secret";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { turnOn } from "../actions";
import { CodeField } from "../code-field";

export const generateMetadata = pageTitle((locale) => translator(locale, "twoStep")("setUp"));

/** Puts a secret into an app, and proves it with the first code. */
export default async function AuthenticatorAppPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  requireProof(viewer, paths.authenticatorApp(viewer));
  const { person } = await requireSignedIn();
  const secret = await secretToConfirm(person.id);
  const back = paths.twoStep(viewer);
  if (!secret) redirect(back);
  const t = translator(viewer.locale, "twoStep");
  return (
    <DialogPage title={t("setUp")} close={{ href: back, label: t("back") }}>
      <p>{t("scan")}</p>
      <AppSecret secret={secret} email={person.email} locale={viewer.locale} />
      <ActionForm action={turnOn} formKey={newFormKey()} labels={{ code: t("firstCode") }}>
        <CodeField label={t("firstCode")} />
        <FormEnd locale={viewer.locale} submit={t("turnOn")} back={back} />
      </ActionForm>
    </DialogPage>
  );
}
