import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { FoundGroup, Query } from "#lib/search/search";
import { ButtonLink } from "../../_ui/button";
import { EmptyState } from "../../_ui/empty-state";
import { HitTable } from "./hit-table";
import { searchAddress } from "./search-address";
import { SearchUnready } from "./search-unready";
import { Understood } from "./understood";

type GroupResultsProps = {
  viewer: Viewer;
  text: string;
  query: Query;
  group: FoundGroup;
  before: number | undefined;
};

/** A page of one kind, and the way to older ones. */
export function GroupResults({ viewer, text, query, group, before }: GroupResultsProps) {
  const { key, hits, next, narrowed, unready, order, list } = group;
  const t = translator(viewer.locale, "search");
  const common = translator(viewer.locale, "common");
  return (
    <>
      <Understood viewer={viewer} query={query} />
      {unready && <SearchUnready viewer={viewer} />}
      {hits.length === 0 && !narrowed ? (
        !unready && (
          <EmptyState title={t("nothingTitle", { query: text.slice(0, 80) })}>{t("nothing")}</EmptyState>
        )
      ) : (
        <div>
          {hits.length > 0 && <HitTable viewer={viewer} text={text} group={group} />}
          <nav className="ui-table-foot" aria-label={common("pages")}>
            <p>
              {t("shown", { count: hits.length })}
              {narrowed && ` · ${t("narrowed")}`}
            </p>
            <div className="ui-actions">
              {before !== undefined && (
                <ButtonLink href={searchAddress(viewer, { q: text, kind: key })}>
                  {order === "own" ? t("first") : t("newest")}
                </ButtonLink>
              )}
              {next !== null && (
                <ButtonLink href={searchAddress(viewer, { q: text, kind: key, before: next })}>
                  {narrowed ? t("further") : order === "own" ? t("more") : common("older")}
                </ButtonLink>
              )}
              {list !== undefined && narrowed && <ButtonLink href={list}>{t("all")}</ButtonLink>}
            </div>
          </nav>
        </div>
      )}
    </>
  );
}
