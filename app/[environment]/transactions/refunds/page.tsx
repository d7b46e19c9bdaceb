import { redirect } from "next/navigation";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import {
  isSpelledOut,
  readRefundQuery,
  refundFilters,
  refundQueryParams,
  refundStatuses,
} from "#lib/refunds/list/refund-query";
import { listRefunds } from "#lib/refunds/list-refunds";
import { DateFilter } from "../../../_lists/date-filter";
import { addressOf } from "../../../_lists/list-place";
import { ListPages } from "../../../_lists/list-pages";
import { NoMatch } from "../../../_lists/no-match";
import { Problems } from "../../../_lists/problems";
import { readTurn } from "../../../_lists/read-turn";
import { StatusFilter } from "../../../_lists/status-filter";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { ButtonLink } from "../../../_ui/button";
import { EmptyState } from "../../../_ui/empty-state";
import { ChipLink, FilterChips } from "../../../_ui/filter-chip";
import { Page } from "../../../_ui/page-header";
import { RefundTable } from "../_list/refund-table";
import { TransactionsHeader } from "../_list/transactions-header";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** Every refund, newest first. */
export default async function RefundsPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const { locale, timeZone } = viewer;
  const t = translator(locale, "transactions");
  const address = await searchParams;
  const place = { path: paths.refunds(viewer), params: refundQueryParams };
  const { query, problems } = readRefundQuery(address);
  if (problems.length === 0 && !isSpelledOut(address, query)) redirect(addressOf(place, query));

  const { turn, isPageKnown } = readTurn(address);
  const filters = refundFilters(query, { timeZone, now: viewer.now() });
  const page = await listRefunds(viewer, { filters, page: turn });
  const { rows } = page;
  const filter = { viewer, place, query };
  const isFirst = turn.from === null;
  const isFiltering = refundQueryParams(query).size > 0;
  const statuses = refundStatuses.map((value) => ({ value, label: t(`refundStatus.${value}`) }));
  return (
    <Page>
      <TransactionsHeader viewer={viewer} current="refunds" />
      <Problems locale={locale} problems={problems} isPageKnown={isPageKnown} />
      {rows.length === 0 && isFirst && !isFiltering ? (
        <EmptyState
          title={t("noRefundsTitle")}
          action={<ButtonLink href={paths.transactions(viewer)}>{t("noRefundsAction")}</ButtonLink>}
        >
          {t("noRefunds")}
        </EmptyState>
      ) : (
        <div className="grid gap-2">
          <FilterChips>
            <DateFilter {...filter} />
            <StatusFilter {...filter} label={t("state")} options={statuses} />
            {isFiltering && (
              <ChipLink href={place.path}>{translator(locale, "lists")("filter.clear")}</ChipLink>
            )}
          </FilterChips>
          {rows.length > 0 ? (
            <RefundTable viewer={viewer} refunds={rows} />
          ) : (
            <NoMatch viewer={viewer} path={place.path} lookedUntil={page.continueFrom} />
          )}
          <ListPages
            {...filter}
            page={page}
            isFirst={isFirst}
            shown={t("refundsShown", { count: rows.length })}
          />
        </div>
      )}
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "transactions")("refunds"));
