import { Fragment } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { FoundGroup, SearchResults } from "#lib/search/search";
import { EmptyState } from "../../_ui/empty-state";
import { Section } from "../../_ui/section";
import { HitTable } from "./hit-table";
import { groupAddress } from "./search-address";
import { SearchUnready } from "./search-unready";
import { Understood } from "./understood";

type AllResultsProps = { viewer: Viewer; text: string; results: SearchResults };

/** The newest of each kind, each leading to all of them. */
export function AllResults({ viewer, text, results: { query, groups, unready } }: AllResultsProps) {
  const t = translator(viewer.locale, "search");
  const shown = groups.filter(({ hits }) => hits.length > 0);
  const others = groups.filter(({ hits }) => hits.length === 0);
  return (
    <>
      <Understood viewer={viewer} query={query} />
      {unready && <SearchUnready viewer={viewer} />}
      {shown.length === 0 && !unready && (
        <EmptyState
          title={query.clauses.length === 0 ? t("notAsked") : t("nothingTitle", { query: text.slice(0, 80) })}
        >
          {t("nothing")}
        </EmptyState>
      )}
      {shown.map((group) => (
        <Section
          key={group.key}
          title={t(`group.${group.key}`)}
          aside={
            <a
              href={groupAddress(viewer, text, group)}
              aria-label={t("allOf", { group: t(`group.${group.key}`) })}
            >
              {t("all")}
            </a>
          }
        >
          <HitTable viewer={viewer} text={text} group={group} />
        </Section>
      ))}
      {others.length > 0 && <FurtherBack viewer={viewer} text={text} groups={others} />}
    </>
  );
}

/** Kinds of which there may be older ones that fit. */
function FurtherBack({ viewer, text, groups }: { viewer: Viewer; text: string; groups: FoundGroup[] }) {
  const t = translator(viewer.locale, "search");
  return (
    <p className="text-soft">
      {t("narrowedIn")}{" "}
      {groups.map((group, index) => (
        <Fragment key={group.key}>
          {index > 0 && ", "}
          <a href={groupAddress(viewer, text, group)}>{t(`group.${group.key}`)}</a>
        </Fragment>
      ))}
    </p>
  );
}
