import { authorize } from "#lib/auth/permissions";
import { isRole, type Membership } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { toCsv } from "#lib/csv";
import { translator } from "#lib/i18n/translator";
import { readingOf } from "#lib/lists/list-source";
import { teamOf, type TeamQuery } from "./team-list.ts";

/** The members, and for who may invite the invitations, as a spreadsheet of what the list shows. Needs members:read. */
export async function exportTeam(viewer: Viewer, query: TeamQuery): Promise<string> {
  authorize(viewer, "members:read");
  const t = translator(viewer.locale, "team");
  const head = [t("member"), t("email"), t("roles"), t("status"), t("since"), t("until")];
  const team = await teamOf(viewer.environment.accountId, query, readingOf(viewer));
  const rows = team.map(({ name, email, owner, roles: held, status, createdAt, expiresAt }) => [
    name ?? "",
    email,
    rolesIn(viewer, { owner, roles: held }),
    status === "member" ? t("isMember") : t(`invitationState.${status}`),
    status === "member" ? new Date(createdAt).toISOString() : "",
    expiresAt === null ? "" : new Date(expiresAt).toISOString(),
  ]);
  return toCsv([head, ...rows]);
}

function rolesIn({ locale }: Viewer, { owner, roles }: Membership): string {
  const t = translator(locale, "roles");
  return [...(owner ? [t("owner")] : []), ...roles.filter(isRole).map((role) => t(`name.${role}`))].join(
    "; ",
  );
}
