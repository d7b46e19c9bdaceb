import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { catalogues } from "#lib/messages/catalogues";
import { isKeyOf } from "../../../_words/is-key-of";

/** What was sold, in words. */
export function productWords({ locale }: Pick<Viewer, "locale">, kind: string): string {
  const t = translator(locale, "disputes");
  return isKeyOf(catalogues.en.disputes.product.kind, kind)
    ? t(`product.kind.${kind}`)
    : t("figures.unknown");
}
