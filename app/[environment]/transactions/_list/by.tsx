import type { Viewer } from "#lib/auth/viewer";
import type { Translate } from "#lib/i18n/translator";

type ByProps = { actor: Pick<Viewer["actor"], "type" | "name">; t: Translate<"transactions"> };

/** Who did something, in words: usual names in one line, long ones in as many as they need. */
export function By(props: ByProps) {
  return <span className="inline-block w-max max-w-44 break-words">{byWords(props)}</span>;
}

/** The same where there is room for any name. */
export function byWords({ actor: { type, name }, t }: ByProps): string {
  if (type === "person" && name) return name;
  if (type === "key") return name ? t("byKey", { name }) : t("bySomeKey");
  return t("byComptoir");
}
