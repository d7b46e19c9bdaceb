import type { Viewer } from "#lib/auth/viewer";
import { formatList } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { catalogues } from "#lib/messages/catalogues";
import { isKeyOf } from "../../../../../../_words/is-key-of";

/** What Visa still asks for, in its own word for each. */
export function missingWords({ locale }: Viewer, missing: readonly string[]): string {
  const t = translator(locale, "disputes");
  const known = missing.flatMap((action) =>
    isKeyOf(catalogues.en.disputes.earlier.action, action) ? [t(`earlier.action.${action}`)] : [],
  );
  return formatList(known, locale);
}
