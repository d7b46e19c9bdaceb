import type { Viewer } from "#lib/auth/viewer";
import { formatDate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import type { Key } from "#lib/lists/key";
import { ButtonLink } from "../_ui/button";
import { EmptyState } from "../_ui/empty-state";

type NoMatchProps = {
  viewer: Viewer;
  /** The list without filters. */
  path: string;
  /** The oldest row looked at, where older ones are left to look at. */
  lookedUntil: Key | null;
};

/** Filters that nothing passes, so far or at all. */
export function NoMatch({ viewer, path, lookedUntil }: NoMatchProps) {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "lists");
  if (lookedUntil) {
    const date = formatDate(lookedUntil.createdAt, { locale, timeZone, now: viewer.now() });
    return <EmptyState title={t("noneYetTitle")}>{t("noneYet", { date })}</EmptyState>;
  }
  const clear = <ButtonLink href={path}>{t("filter.clear")}</ButtonLink>;
  return (
    <EmptyState title={t("noneTitle")} action={clear}>
      {t("none")}
    </EmptyState>
  );
}
