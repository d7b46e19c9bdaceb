import { redirect } from "next/navigation";
import { browseDisputes, disputesToAnswer } from "#lib/disputes/browse-disputes";
import {
  disputeFilters,
  disputeQueryParams,
  disputeStatuses,
  isSpelledOut,
  readDisputeQuery,
} from "#lib/disputes/list/dispute-query";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { DateFilter } from "../../../_lists/date-filter";
import { addressOf } from "../../../_lists/list-place";
import { ListPages } from "../../../_lists/list-pages";
import { NoMatch } from "../../../_lists/no-match";
import { Problems } from "../../../_lists/problems";
import { readTurn } from "../../../_lists/read-turn";
import { StatusFilter } from "../../../_lists/status-filter";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { EmptyState } from "../../../_ui/empty-state";
import { ChipLink, FilterChips } from "../../../_ui/filter-chip";
import { Page } from "../../../_ui/page-header";
import { Section } from "../../../_ui/section";
import { DisputeTable } from "../_list/dispute-table";
import { TransactionsHeader } from "../_list/transactions-header";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** How many of those that wait for an answer stand above the list. */
const mostToAnswer = 20;

/** What waits for an answer, by deadline; then every dispute and inquiry, newest first. */
export default async function DisputesPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const { locale, timeZone } = viewer;
  const t = translator(locale, "disputes");
  const address = await searchParams;
  const place = { path: paths.disputes(viewer), params: disputeQueryParams };
  const { query, problems } = readDisputeQuery(address);
  if (problems.length === 0 && !isSpelledOut(address, query)) redirect(addressOf(place, query));

  const { turn, isPageKnown } = readTurn(address);
  const filters = disputeFilters(query, { timeZone, now: viewer.now() });
  const page = await browseDisputes(viewer, { filters, page: turn });
  const { rows } = page;
  const filter = { viewer, place, query };
  const isFirst = turn.from === null;
  const isFiltering = disputeQueryParams(query).size > 0;
  const waiting = isFirst && !isFiltering ? await disputesToAnswer(viewer, mostToAnswer) : [];
  const statuses = disputeStatuses.map((value) => ({ value, label: t(`status.${value}`) }));
  return (
    <Page>
      <TransactionsHeader viewer={viewer} current="disputes" />
      <Problems locale={locale} problems={problems} isPageKnown={isPageKnown} />
      {rows.length === 0 && isFirst && !isFiltering ? (
        <EmptyState title={t("noneTitle")}>{t("none")}</EmptyState>
      ) : (
        <>
          {waiting.length > 0 && (
            <Section title={t("toAnswer")}>
              <DisputeTable viewer={viewer} disputes={waiting} caption={t("toAnswerCaption")} by="deadline" />
            </Section>
          )}
          <div className="grid gap-2">
            <FilterChips>
              <DateFilter {...filter} />
              <StatusFilter
                {...filter}
                label={translator(locale, "transactions")("state")}
                options={statuses}
              />
              {isFiltering && (
                <ChipLink href={place.path}>{translator(locale, "lists")("filter.clear")}</ChipLink>
              )}
            </FilterChips>
            {rows.length > 0 ? (
              <DisputeTable viewer={viewer} disputes={rows} caption={t("caption")} by="creation" />
            ) : (
              <NoMatch viewer={viewer} path={place.path} lookedUntil={page.continueFrom} />
            )}
            <ListPages {...filter} page={page} isFirst={isFirst} shown={t("shown", { count: rows.length })} />
          </div>
        </>
      )}
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "disputes")("title"));
