import { formatDate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import type { Page } from "#lib/lists/read-page";
import type { ListedPayment } from "#lib/payments/list/listed-payment";
import { Pagination } from "../../../_ui/pagination";
import type { FilterProps } from "./filter-form";
import { listAddress } from "./list-address";

type PaymentPagesProps = FilterProps & { page: Page<ListedPayment>; isFirst: boolean };

/** The foot of the list: how many are shown, and the way to the others. */
export function PaymentPages({ viewer, query, page, isFirst }: PaymentPagesProps) {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "transactions");
  const { rows, newer, older, continueFrom } = page;
  const dayOf = (at: number) => formatDate(at, { locale, timeZone, now: viewer.now() });
  const back = newer ? listAddress(viewer, query, { before: newer }) : listAddress(viewer, query);
  return (
    <Pagination
      locale={locale}
      summary={
        continueFrom
          ? t("shownSince", { count: rows.length, date: dayOf(continueFrom.createdAt) })
          : rows.length > 0 && t("shown", { count: rows.length })
      }
      newerHref={isFirst ? null : back}
      olderHref={older && listAddress(viewer, query, { after: older })}
      continueFrom={
        continueFrom && {
          href: listAddress(viewer, query, { after: continueFrom }),
          date: dayOf(continueFrom.createdAt),
        }
      }
    />
  );
}
