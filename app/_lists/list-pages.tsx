import { translator } from "#lib/i18n/translator";
import type { Sorted } from "#lib/lists/list-source";
import type { Page } from "#lib/lists/read-page";
import { Pagination } from "../_ui/pagination";
import type { FilterProps } from "./filter-form";
import { addressOf } from "./list-place";
import { lookedUntil } from "./looked-until";

type ListPagesProps<Query> = FilterProps<Query> & {
  page: Page<unknown>;
  isFirst: boolean;
  /** How many are shown, in words. */
  shown: string;
};

/** The foot of a list: how many are shown, and the way to the others. */
export function ListPages<Query extends Sorted>(props: ListPagesProps<Query>) {
  const { viewer, place, query, page, isFirst, shown } = props;
  const { rows, newer, older, continueFrom } = page;
  if (rows.length === 0 && isFirst && !continueFrom) return null;
  const { locale } = viewer;
  const t = translator(locale, "lists");
  const date = continueFrom && lookedUntil(viewer, query.sort, continueFrom);
  const count = rows.length;
  const inDays = (day: string) =>
    query.sort === "oldest" ? t("shownUntil", { count, date: day }) : t("shownSince", { count, date: day });
  const back = newer ? addressOf(place, query, { before: newer }) : addressOf(place, query);
  return (
    <Pagination
      locale={locale}
      way={query.sort === "newest" ? "time" : "order"}
      summary={count > 0 && (date === null ? shown : inDays(date))}
      newerHref={isFirst ? null : back}
      olderHref={older && addressOf(place, query, { after: older })}
      continueFrom={continueFrom && { href: addressOf(place, query, { after: continueFrom }), date }}
    />
  );
}
