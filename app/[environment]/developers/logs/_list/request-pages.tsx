import { formatDate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import type { Page } from "#lib/lists/read-page";
import type { ListedRequest } from "#lib/request-log/list-requests";
import { Pagination } from "../../../../_ui/pagination";
import type { FilterProps } from "./filter-form";
import { logAddress } from "./log-address";

type RequestPagesProps = FilterProps & { page: Page<ListedRequest>; isFirst: boolean };

/** The foot of the log: how many are shown, and the way to the others. */
export function RequestPages({ viewer, query, page, isFirst }: RequestPagesProps) {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "logs");
  const { rows, newer, older, continueFrom } = page;
  const dayOf = (at: number) => formatDate(at, { locale, timeZone, now: viewer.now() });
  const back = newer ? logAddress(viewer, query, { name: "before", key: newer }) : logAddress(viewer, query);
  return (
    <Pagination
      locale={locale}
      summary={
        continueFrom
          ? t("shownSince", { count: rows.length, date: dayOf(continueFrom.at) })
          : rows.length > 0 && t("shown", { count: rows.length })
      }
      newerHref={isFirst ? null : back}
      olderHref={older && logAddress(viewer, query, { name: "after", key: older })}
      continueFrom={
        continueFrom && {
          href: logAddress(viewer, query, { name: "after", key: continueFrom }),
          date: dayOf(continueFrom.at),
        }
      }
    />
  );
}
