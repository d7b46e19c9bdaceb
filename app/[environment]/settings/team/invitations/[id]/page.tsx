import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { getInvitation, type Invitation, stateOfInvitation } from "#lib/team/invitations";
import { ActionForm } from "../../../../../_forms/action-form";
import { newFormKey } from "../../../../../_server/form-key";
import { found } from "../../../../../_server/found";
import { pageTitle } from "../../../../../_server/page-title";
import { pageViewer } from "../../../../../_server/page-viewer";
import { Button } from "../../../../../_ui/button";
import { DateTime } from "../../../../../_ui/date-time";
import { DescriptionList } from "../../../../../_ui/description-list";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { renew, revoke } from "../../actions";
import { InvitationStatus } from "../../invitation-status";
import { roleNames } from "../../role-names";

export const generateMetadata = pageTitle((locale) => translator(locale, "team")("invitation"));

type InvitationPageProps = { params: Promise<{ environment: string; id: string }> };

/** One invitation: sent again, or taken back. */
export default async function InvitationPage({ params }: InvitationPageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const invitation = await found(getInvitation(viewer, id));
  const t = translator(viewer.locale, "team");
  return (
    <DialogPage title={t("invitation")} close={{ href: paths.team(viewer), label: t("backToTeam") }}>
      <Facts viewer={viewer} invitation={invitation} />
      {invitation.openKey !== null && <Acts viewer={viewer} invitation={invitation} />}
    </DialogPage>
  );
}

function Facts({ viewer, invitation }: { viewer: Viewer; invitation: Invitation }) {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "team");
  const view = { locale, timeZone };
  return (
    <DescriptionList
      items={[
        { term: t("email"), value: invitation.email },
        { term: t("roles"), value: roleNames({ roles: invitation.roles, owner: false }, locale) },
        {
          term: t("state"),
          value: <InvitationStatus state={stateOfInvitation(invitation)} locale={locale} />,
        },
        { term: t("until"), value: <DateTime at={invitation.expiresAt} view={view} /> },
        { term: t("message"), value: invitation.message },
      ]}
    />
  );
}

function Acts({ viewer, invitation: { id } }: { viewer: Viewer; invitation: Invitation }) {
  const t = translator(viewer.locale, "team");
  return (
    <>
      <ActionForm action={renew} formKey={newFormKey()} done={t("resent")} label={t("resend")}>
        <input type="hidden" name="id" value={id} />
        <p className="text-soft">{t("resendText")}</p>
        <div>
          <Button>{t("resend")}</Button>
        </div>
      </ActionForm>
      <ActionForm action={revoke} formKey={newFormKey()} label={t("revoke")}>
        <input type="hidden" name="id" value={id} />
        <p className="text-soft">{t("revokeText")}</p>
        <div>
          <Button tone="danger">{t("revoke")}</Button>
        </div>
      </ActionForm>
    </>
  );
}
