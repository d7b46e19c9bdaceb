import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { whyNotChangeable } from "#lib/team/protected-members";
import { ActionForm } from "../../../../../../_forms/action-form";
import { FormEnd } from "../../../../../../_forms/form-end";
import { newFormKey } from "../../../../../../_server/form-key";
import { requireProof } from "../../../../../../_server/require-proof";
import { DialogPage } from "../../../../../../_ui/dialog-page";
import { Notice } from "../../../../../../_ui/notice";
import { signOut } from "../../../actions";
import { memberOf, type MemberPageProps } from "../member-page";

export async function generateMetadata(props: MemberPageProps) {
  const { viewer, member } = await memberOf(props);
  return { title: translator(viewer.locale, "team")("signOut.title", { name: member.name }) };
}

/** Signs every browser of a member out, such as one that was lost. */
export default async function SignOutMemberPage(props: MemberPageProps) {
  const { viewer, member } = await memberOf(props);
  requireProof(viewer, paths.signOutMember(viewer, member.personId));
  const t = translator(viewer.locale, "team");
  const back = paths.member(viewer, member.personId);
  const why = whyNotChangeable(viewer, member);
  const title = t("signOut.title", { name: member.name });
  return (
    <DialogPage title={title} close={{ href: back, label: t("backToMember") }}>
      {why ? <Notice tone="wait">{t(`protected.${why}`)}</Notice> : <p>{t("signOut.text")}</p>}
      {!why && (
        <ActionForm action={signOut} formKey={newFormKey()}>
          <input type="hidden" name="personId" value={member.personId} />
          <FormEnd locale={viewer.locale} submit={t("signOut.submit")} back={back} />
        </ActionForm>
      )}
    </DialogPage>
  );
}
