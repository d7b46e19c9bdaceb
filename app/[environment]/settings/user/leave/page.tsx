import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { FormEnd } from "../../../../_forms/form-end";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { requireProof } from "../../../../_server/require-proof";
import { ButtonLink } from "../../../../_ui/button";
import { DialogPage } from "../../../../_ui/dialog-page";
import { Notice } from "../../../../_ui/notice";
import { leave } from "./actions";

export const generateMetadata = pageTitle((locale) => translator(locale, "team")("leave.short"));

/** Says what leaving the account means, then does it. */
export default async function LeavePage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  requireProof(viewer, paths.leaveAccount(viewer));
  const t = translator(viewer.locale, "team");
  const back = paths.settings(viewer);
  const account = viewer.environment.accountName;
  const cancel = translator(viewer.locale, "common")("cancel");
  return (
    <DialogPage title={t("leave.title", { account })} close={{ href: back, label: cancel }}>
      {may(viewer, "ownership:transfer") ? (
        <Notice
          tone="wait"
          action={<ButtonLink href={paths.owner(viewer)}>{t("leave.handOver")}</ButtonLink>}
        >
          {t("leave.owner")}
        </Notice>
      ) : (
        <ActionForm action={leave} formKey={newFormKey()}>
          <p>{t("leave.text", { account })}</p>
          <FormEnd locale={viewer.locale} submit={t("leave.short")} back={back} tone="danger" />
        </ActionForm>
      )}
    </DialogPage>
  );
}
