import type { Viewer } from "#lib/auth/viewer";
import type { Translate } from "#lib/i18n/translator";

/** Who did something, in words. */
export function whoIs(
  { type, name }: Pick<Viewer["actor"], "type" | "name">,
  t: Translate<"transactions">,
): string {
  if (type === "person" && name) return name;
  if (type === "key") return name ? t("byKey", { name }) : t("bySomeKey");
  return t("byComptoir");
}
