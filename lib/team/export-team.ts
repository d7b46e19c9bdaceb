import { isRole } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { toCsv } from "#lib/csv";
import { translator } from "#lib/i18n/translator";
import { listTeam } from "#lib/people/members";
import { narrowTeam, type TeamChoice } from "./narrow-team.ts";

/** The members as a spreadsheet, narrowed as on the page. Needs members:read. */
export async function exportTeam(viewer: Viewer, choice: TeamChoice): Promise<string> {
  const team = narrowTeam(await listTeam(viewer), choice);
  const t = translator(viewer.locale, "team");
  const roles = translator(viewer.locale, "roles");
  const head = [t("member"), t("email"), t("roles"), t("since")];
  const rows = team.map(({ name, email, owner, roles: held, createdAt }) => [
    name,
    email,
    [...(owner ? [roles("owner")] : []), ...held.filter(isRole).map((role) => roles(`name.${role}`))].join(
      "; ",
    ),
    new Date(createdAt).toISOString(),
  ]);
  return toCsv([head, ...rows]);
}
