import { secondFactorSince } from "#lib/auth/second-factor";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { whyNotChangeable } from "#lib/team/protected-members";
import { ActionForm } from "../../../../../../_forms/action-form";
import { FormEnd } from "../../../../../../_forms/form-end";
import { newFormKey } from "../../../../../../_server/form-key";
import { requireProof } from "../../../../../../_server/require-proof";
import { DialogPage } from "../../../../../../_ui/dialog-page";
import { Notice } from "../../../../../../_ui/notice";
import { mailTwoStepReset } from "../../../actions";
import { memberOf, type MemberPageProps } from "../member-page";

export async function generateMetadata(props: MemberPageProps) {
  const { viewer, member } = await memberOf(props);
  return { title: translator(viewer.locale, "team")("twoStep.resetTitle", { name: member.name }) };
}

/** Sends a member who lost their device a link that turns their second step off. */
export default async function ResetTwoStepPage(props: MemberPageProps) {
  const { viewer, member } = await memberOf(props);
  requireProof(viewer, paths.resetTwoStep(viewer, member.personId));
  const { locale } = viewer;
  const t = translator(locale, "team");
  const back = paths.member(viewer, member.personId);
  const why = whyNotChangeable(viewer, member);
  const isOn = (await secondFactorSince(member.personId)) !== null;
  const title = t("twoStep.resetTitle", { name: member.name });
  return (
    <DialogPage title={title} close={{ href: back, label: t("backToMember") }}>
      {why && <Notice tone="wait">{t(`protected.${why}`)}</Notice>}
      {!why && !isOn && <p>{t("twoStep.isOff")}</p>}
      {!why && isOn && (
        <ActionForm action={mailTwoStepReset} formKey={newFormKey()}>
          <input type="hidden" name="personId" value={member.personId} />
          <p>{t("twoStep.resetText", { email: member.email })}</p>
          {member.phone && <p>{t("twoStep.callFirst", { phone: member.phone })}</p>}
          <FormEnd locale={locale} submit={t("twoStep.resetSubmit")} back={back} />
        </ActionForm>
      )}
    </DialogPage>
  );
}
