import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { keysMadeBy, type MadeKey } from "#lib/keys/keys-made-by";
import { paths } from "#lib/paths";
import { whyNotChangeable } from "#lib/team/protected-members";
import { ActionForm } from "../../../../../../_forms/action-form";
import { FormEnd } from "../../../../../../_forms/form-end";
import { newFormKey } from "../../../../../../_server/form-key";
import { requireProof } from "../../../../../../_server/require-proof";
import { DialogPage } from "../../../../../../_ui/dialog-page";
import { Notice } from "../../../../../../_ui/notice";
import { remove } from "../../../actions";
import { memberOf, type MemberPageProps } from "../member-page";

export async function generateMetadata(props: MemberPageProps) {
  const { viewer, member } = await memberOf(props);
  return { title: translator(viewer.locale, "team")("removeTitle", { name: member.name }) };
}

/** Says what removing a member means, then does it. */
export default async function RemoveMemberPage(props: MemberPageProps) {
  const { viewer, member } = await memberOf(props);
  requireProof(viewer, paths.removeMember(viewer, member.personId));
  const keys = await keysMadeBy(viewer, member.personId);
  const t = translator(viewer.locale, "team");
  const back = paths.member(viewer, member.personId);
  const why = whyNotChangeable(viewer, member);
  return (
    <DialogPage
      title={t("removeTitle", { name: member.name })}
      close={{ href: back, label: t("backToMember") }}
    >
      {why ? <Notice tone="wait">{t(`protected.${why}`)}</Notice> : <p>{t("removeText")}</p>}
      {keys.length > 0 && <Keys viewer={viewer} keys={keys} />}
      {!why && (
        <ActionForm action={remove} formKey={newFormKey()}>
          <input type="hidden" name="personId" value={member.personId} />
          <FormEnd locale={viewer.locale} submit={t("removeSubmit")} back={back} tone="danger" />
        </ActionForm>
      )}
    </DialogPage>
  );
}

/** Keys go on when their maker leaves, who may know them by heart. */
function Keys({ viewer, keys }: { viewer: Viewer; keys: MadeKey[] }) {
  const t = translator(viewer.locale, "team");
  const navigation = translator(viewer.locale, "navigation");
  return (
    <Notice tone="wait" title={t("keysTitle", { count: keys.length })}>
      <p>{t("keysText")}</p>
      <ul>
        {keys.map(({ id, name, shown, environment }) => (
          <li key={id}>
            {may(viewer, "keys:write") ? <a href={paths.keys({ environment })}>{name}</a> : name}{" "}
            <code>{shown}</code> ({navigation(`environment.${environment.kind}`)})
          </li>
        ))}
      </ul>
    </Notice>
  );
}
