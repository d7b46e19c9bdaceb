import { redirect } from "next/navigation";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { currenciesInUse } from "#lib/payments/list/currencies-in-use";
import { findPayers } from "#lib/payments/list/find-payers";
import {
  isFiltering,
  isSpelledOut,
  type PaymentQuery,
  readPaymentQuery,
} from "#lib/payments/list/payment-query";
import { queryFilters } from "#lib/payments/list/query-filters";
import { listPayments } from "#lib/payments/list-payments";
import type { QueryParams } from "#lib/lists/read-params";
import { pageTitle } from "../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../_server/page-viewer";
import { addressOf } from "../../_lists/list-place";
import { ListPages } from "../../_lists/list-pages";
import { NoMatch } from "../../_lists/no-match";
import { Problems } from "../../_lists/problems";
import { readTurn } from "../../_lists/read-turn";
import { Page } from "../../_ui/page-header";
import { nameOf } from "../customers/name-of";
import { Filters } from "./_list/filters";
import { NoPaymentsYet } from "./_list/no-payments-yet";
import { paymentPlace } from "./_list/payment-place";
import { PaymentTable } from "./_list/payment-table";
import { Totals } from "./_list/totals";
import { TransactionsHeader } from "./_list/transactions-header";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** Every payment, newest first, by any combination of filters. */
export default async function TransactionsPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const { locale, environment } = viewer;
  const t = translator(locale, "transactions");
  const address = await searchParams;
  const place = paymentPlace(viewer);
  const { query, problems } = readPaymentQuery(address, { locale, currency: environment.currency });
  if (problems.length === 0 && !isSpelledOut(address, query)) redirect(addressOf(place, query));

  const { turn, isPageKnown } = readTurn(address);
  const filters = await filtersOf(viewer, query);
  const page = await listPayments(viewer, { filters, page: turn });
  const { rows } = page;
  const isFirst = turn.from === null;
  const header = <TransactionsHeader viewer={viewer} current="payments" />;
  if (rows.length === 0 && isFirst && !isFiltering(query)) {
    return (
      <Page>
        {header}
        <Problems locale={locale} problems={problems} isPageKnown={isPageKnown} />
        <NoPaymentsYet viewer={viewer} />
      </Page>
    );
  }
  const payer = query.customer === null ? null : (rows[0]?.customer ?? null);
  return (
    <Page>
      {header}
      <Problems locale={locale} problems={problems} isPageKnown={isPageKnown} />
      <div className="grid gap-2">
        <Filters
          viewer={viewer}
          place={place}
          query={query}
          currencies={await currenciesInUse(viewer)}
          customerName={payer && nameOf(payer)}
          totals={
            address.totals === undefined ? (
              <a href={withTotals(addressOf(place, query))}>{t("count")}</a>
            ) : (
              <Totals viewer={viewer} filters={filters} />
            )
          }
        />
        {rows.length > 0 ? (
          <PaymentTable viewer={viewer} payments={rows} caption={t("caption")} />
        ) : (
          <NoMatch viewer={viewer} path={place.path} lookedUntil={page.continueFrom} />
        )}
        <ListPages
          viewer={viewer}
          place={place}
          query={query}
          page={page}
          isFirst={isFirst}
          shown={t("shown", { count: rows.length })}
        />
      </div>
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "transactions")("title"));

async function filtersOf(viewer: Viewer, query: PaymentQuery) {
  const { timeZone } = viewer;
  const payers = query.customer === null ? undefined : await findPayers(viewer, query.customer);
  return queryFilters(query, { timeZone, now: viewer.now(), payers });
}

/** Adding up takes its time, so it is asked for. */
function withTotals(address: string): string {
  return `${address}${address.includes("?") ? "&" : "?"}totals=yes`;
}
