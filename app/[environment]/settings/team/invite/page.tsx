import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { FormCheckboxesField, FormTextArea } from "../../../../_forms/fields";
import { FormEnd } from "../../../../_forms/form-end";
import { pageFormKey } from "../../../../_server/page-form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { requireProof } from "../../../../_server/require-proof";
import { DialogPage } from "../../../../_ui/dialog-page";
import { Notice } from "../../../../_ui/notice";
import { invite } from "../actions";
import { roleOptions } from "../role-options";

export const generateMetadata = pageTitle((locale) => translator(locale, "team")("inviteTitle"));

type InvitePageProps = EnvironmentPageProps & { searchParams: Promise<{ key?: string | string[] }> };

/** Asks several people at once to join, with the same roles. */
export default async function InvitePage({ params, searchParams }: InvitePageProps) {
  const viewer = await pageViewer((await params).environment);
  requireProof(viewer, paths.inviteMembers(viewer));
  const t = translator(viewer.locale, "team");
  const common = translator(viewer.locale, "common");
  const back = paths.team(viewer);
  const formKey = await pageFormKey(viewer, {
    asked: (await searchParams).key,
    here: paths.inviteMembers(viewer),
    after: back,
  });
  return (
    <DialogPage title={t("inviteTitle")} close={{ href: back, label: t("backToTeam") }}>
      <Notice tone="wait">{t("inviteWarning")}</Notice>
      <ActionForm
        action={invite}
        formKey={formKey}
        labels={{ emails: t("emails"), roles: t("roles"), message: t("message") }}
      >
        <FormTextArea
          name="emails"
          label={t("emails")}
          hint={t("emailsHint")}
          attributes={{ required: true, rows: 3 }}
        />
        <FormCheckboxesField name="roles" label={t("roles")} options={roleOptions(viewer)} />
        <FormTextArea
          name="message"
          label={t("message")}
          note={common("optional")}
          hint={t("messageHint")}
          attributes={{ rows: 3, maxLength: 500 }}
        />
        <FormEnd locale={viewer.locale} submit={t("inviteSubmit")} back={back} />
      </ActionForm>
    </DialogPage>
  );
}
