import { may } from "#lib/auth/permissions";
import { isRole, type Membership } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { toCsv } from "#lib/csv";
import { translator } from "#lib/i18n/translator";
import { listTeam } from "#lib/people/members";
import { listInvitations, stateOfInvitation } from "./invitations.ts";
import { narrowInvitations, narrowTeam, type TeamChoice } from "./narrow-team.ts";

/** The members, and for who may invite the invitations, as a spreadsheet narrowed as on the page. Needs members:read. */
export async function exportTeam(viewer: Viewer, choice: TeamChoice): Promise<string> {
  const team = narrowTeam(await listTeam(viewer), choice);
  const t = translator(viewer.locale, "team");
  const head = [t("member"), t("email"), t("roles"), t("status"), t("since"), t("until")];
  const rows = team.map(({ name, email, owner, roles: held, createdAt }) => [
    name,
    email,
    rolesIn(viewer, { owner, roles: held }),
    t("isMember"),
    new Date(createdAt).toISOString(),
    "",
  ]);
  return toCsv([head, ...rows, ...(await invited(viewer, choice))]);
}

async function invited(viewer: Viewer, choice: TeamChoice): Promise<string[][]> {
  if (!may(viewer, "members:write")) return [];
  const t = translator(viewer.locale, "team");
  return narrowInvitations(await listInvitations(viewer), choice).map((invitation) => [
    "",
    invitation.email,
    rolesIn(viewer, { owner: false, roles: invitation.roles }),
    t(`invitationState.${stateOfInvitation(invitation)}`),
    "",
    new Date(invitation.expiresAt).toISOString(),
  ]);
}

function rolesIn({ locale }: Viewer, { owner, roles }: Membership): string {
  const t = translator(locale, "roles");
  return [...(owner ? [t("owner")] : []), ...roles.filter(isRole).map((role) => t(`name.${role}`))].join(
    "; ",
  );
}
