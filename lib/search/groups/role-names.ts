import { isRole } from "#lib/auth/roles";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";

/** Roles in the words of a language. */
export function roleNames(locale: Locale, roles: readonly string[]): string[] {
  const t = translator(locale, "roles");
  return roles.filter(isRole).map((role) => t(`name.${role}`));
}
