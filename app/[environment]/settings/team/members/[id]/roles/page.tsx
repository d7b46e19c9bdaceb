import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { whyNotChangeable } from "#lib/team/protected-members";
import { ActionForm } from "../../../../../../_forms/action-form";
import { FormCheckboxesField } from "../../../../../../_forms/fields";
import { FormEnd } from "../../../../../../_forms/form-end";
import { newFormKey } from "../../../../../../_server/form-key";
import { requireProof } from "../../../../../../_server/require-proof";
import { DialogPage } from "../../../../../../_ui/dialog-page";
import { Notice } from "../../../../../../_ui/notice";
import { saveRoles } from "../../../actions";
import { roleOptions } from "../../../role-options";
import { memberOf, type MemberPageProps } from "../member-page";

export async function generateMetadata(props: MemberPageProps) {
  const { viewer, member } = await memberOf(props);
  return { title: translator(viewer.locale, "team")("rolesOf", { name: member.name }) };
}

/** Gives a member other roles. */
export default async function MemberRolesPage(props: MemberPageProps) {
  const { viewer, member } = await memberOf(props);
  requireProof(viewer, paths.memberRoles(viewer, member.personId));
  const t = translator(viewer.locale, "team");
  const back = paths.member(viewer, member.personId);
  const why = whyNotChangeable(viewer, member);
  return (
    <DialogPage title={t("rolesOf", { name: member.name })} close={{ href: back, label: t("backToMember") }}>
      {why ? (
        <Notice tone="wait">{t(`protected.${why}`)}</Notice>
      ) : (
        <ActionForm action={saveRoles} formKey={newFormKey()} labels={{ roles: t("roles") }}>
          <input type="hidden" name="personId" value={member.personId} />
          <FormCheckboxesField
            name="roles"
            label={t("roles")}
            hint={t("rolesHint")}
            options={roleOptions(viewer, member.roles)}
            defaultValues={[...member.roles]}
          />
          <FormEnd locale={viewer.locale} submit={t("saveRoles")} back={back} />
        </ActionForm>
      )}
    </DialogPage>
  );
}
