import type { ViewedEnvironment } from "#lib/auth/viewer";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";

/** "Kestrel & Co · Test environment": one of the environments of all accounts. */
export function environmentName(
  { accountName, kind }: Pick<ViewedEnvironment, "accountName" | "kind">,
  locale: Locale,
): string {
  return `${accountName} · ${translator(locale, "navigation")(`environment.${kind}`)}`;
}
