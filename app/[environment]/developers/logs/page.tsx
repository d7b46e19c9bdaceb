import { redirect } from "next/navigation";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { listRequests } from "#lib/request-log/list-requests";
import { readRequestQuery, requestFilter, requestQueryParams } from "#lib/request-log/request-query";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { Page, PageHeader } from "../../../_ui/page-header";
import { readTurn } from "../../../_lists/read-turn";
import { Filters } from "./_list/filters";
import { isSpelledOut, logAddress } from "./_list/log-address";
import { NoCallsYet, NoMatch } from "./_list/nothing";
import { Problems } from "./_list/problems";
import { RequestPages } from "./_list/request-pages";
import { RequestTable } from "./_list/request-table";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

export const generateMetadata = pageTitle((locale) => translator(locale, "logs")("title"));

/** Every call of the API, newest first, by any combination of filters. */
export default async function RequestLogsPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const t = translator(viewer.locale, "logs");
  const address = await searchParams;
  const { query, problems } = readRequestQuery(address);
  if (problems.length === 0 && !isSpelledOut(address, query)) redirect(logAddress(viewer, query));

  const { turn, isPageKnown: isKnown } = readTurn(address);
  const filter = requestFilter(query, { timeZone: viewer.timeZone, now: viewer.now() });
  const page = await listRequests(viewer, { filter, page: turn });
  const isFirst = turn.from === null;
  const isFiltering = requestQueryParams(query).size > 0;
  const isEmpty = page.rows.length === 0;
  return (
    <Page>
      <PageHeader title={t("title")} />
      <Problems locale={viewer.locale} problems={problems} isPageKnown={isKnown} />
      {isEmpty && isFirst && !isFiltering ? (
        <NoCallsYet viewer={viewer} />
      ) : (
        <div className="grid gap-2">
          <Filters viewer={viewer} query={query} />
          {isEmpty ? (
            <NoMatch viewer={viewer} lookedUntil={page.continueFrom} />
          ) : (
            <RequestTable viewer={viewer} requests={page.rows} />
          )}
          <RequestPages viewer={viewer} query={query} page={page} isFirst={isFirst} />
        </div>
      )}
    </Page>
  );
}
