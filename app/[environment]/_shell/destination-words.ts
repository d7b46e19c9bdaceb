import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { Destination } from "#lib/pages/destinations";

/** What a page or an action is called. */
export function destinationName(
  { locale }: Pick<Viewer, "locale">,
  { name }: Pick<Destination, "name">,
): string {
  return translator(locale, "commands")(`names.${name}`);
}
