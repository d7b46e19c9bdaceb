import { formatDate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import type { Page } from "#lib/lists/read-page";
import { Pagination } from "../_ui/pagination";
import type { FilterProps } from "./filter-form";
import { addressOf } from "./list-place";

type ListPagesProps<Query> = FilterProps<Query> & {
  page: Page<unknown>;
  isFirst: boolean;
  /** How many are shown, in words. */
  shown: string;
};

/** The foot of a list: how many are shown, and the way to the others. */
export function ListPages<Query>({ viewer, place, query, page, isFirst, shown }: ListPagesProps<Query>) {
  const { rows, newer, older, continueFrom } = page;
  if (rows.length === 0 && isFirst && !continueFrom) return null;
  const { locale, timeZone } = viewer;
  const until = continueFrom && {
    href: addressOf(place, query, { after: continueFrom }),
    date: formatDate(continueFrom.createdAt, { locale, timeZone, now: viewer.now() }),
  };
  const back = newer ? addressOf(place, query, { before: newer }) : addressOf(place, query);
  return (
    <Pagination
      locale={locale}
      summary={
        rows.length > 0 &&
        (until ? translator(locale, "lists")("shownSince", { count: rows.length, date: until.date }) : shown)
      }
      newerHref={isFirst ? null : back}
      olderHref={older && addressOf(place, query, { after: older })}
      continueFrom={until}
    />
  );
}
