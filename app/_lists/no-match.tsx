import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { Key } from "#lib/lists/key";
import { ButtonLink } from "../_ui/button";
import { EmptyState } from "../_ui/empty-state";
import { lookedUntil } from "./looked-until";

type NoMatchProps = {
  viewer: Viewer;
  /** The list without filters. */
  clearHref: string;
  /** In which order it is. */
  sort: string;
  /** The last row looked at, where there are more to look at. */
  until: Key | null;
};

/** Filters that nothing passes, so far or at all. */
export function NoMatch({ viewer, clearHref, sort, until }: NoMatchProps) {
  const t = translator(viewer.locale, "lists");
  if (until) {
    const date = lookedUntil(viewer, sort, until);
    const inDays = (day: string) =>
      sort === "oldest" ? t("noneYetOldest", { date: day }) : t("noneYet", { date: day });
    return (
      <EmptyState title={t("noneYetTitle")}>{date === null ? t("noneYetSorted") : inDays(date)}</EmptyState>
    );
  }
  const clear = <ButtonLink href={clearHref}>{t("filter.clear")}</ButtonLink>;
  return (
    <EmptyState title={t("noneTitle")} action={clear}>
      {t("none")}
    </EmptyState>
  );
}
