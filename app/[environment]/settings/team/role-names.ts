import { isRole } from "#lib/auth/roles";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { TeamMember } from "#lib/people/members";

/** What somebody is in the account, in words: "Owner, Administrator". */
export function roleNames({ owner, roles }: Pick<TeamMember, "owner" | "roles">, locale: Locale): string {
  const t = translator(locale, "roles");
  const names = roles.filter(isRole).map((role) => t(`name.${role}`));
  return [...(owner ? [t("owner")] : []), ...names].join(", ");
}
