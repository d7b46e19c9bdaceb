import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { currenciesInUse } from "#lib/payments/list/currencies-in-use";
import { findPayers } from "#lib/payments/list/find-payers";
import {
  isFiltering,
  isSpelledOut,
  type PaymentQuery,
  type QueryParams,
  readPaymentQuery,
} from "#lib/payments/list/payment-query";
import { queryFilters } from "#lib/payments/list/query-filters";
import { listPayments } from "#lib/payments/list-payments";
import { type EnvironmentPageProps, pageViewer } from "../../_server/page-viewer";
import { Page, PageHeader } from "../../_ui/page-header";
import { nameOf } from "../customers/name-of";
import { Filters } from "./_list/filters";
import { listAddress } from "./_list/list-address";
import { NoMatch, NoPaymentsYet } from "./_list/nothing";
import { PaymentPages } from "./_list/payment-pages";
import { PaymentTable } from "./_list/payment-table";
import { Problems } from "./_list/problems";
import { readTurn } from "./_list/read-turn";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** Every payment, newest first, by any combination of filters. */
export default async function TransactionsPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const { locale, environment } = viewer;
  const t = translator(locale, "transactions");
  const address = await searchParams;
  const { query, problems } = readPaymentQuery(address, { locale, currency: environment.currency });
  if (problems.length === 0 && !isSpelledOut(address, query)) redirect(listAddress(viewer, query));

  const { turn, isKnown } = readTurn(address);
  const page = await listPayments(viewer, { filters: await filtersOf(viewer, query), page: turn });
  const { rows } = page;
  const isFirst = turn.from === null;
  const header = <PageHeader title={t("title")} />;
  if (rows.length === 0 && isFirst && !isFiltering(query)) {
    return (
      <Page>
        {header}
        <Problems locale={locale} problems={problems} isPageKnown={isKnown} />
        <NoPaymentsYet viewer={viewer} />
      </Page>
    );
  }
  const payer = query.customer === null ? null : (rows[0]?.customer ?? null);
  return (
    <Page>
      {header}
      <Problems locale={locale} problems={problems} isPageKnown={isKnown} />
      <div className="grid gap-2">
        <Filters
          viewer={viewer}
          query={query}
          currencies={await currenciesInUse(viewer)}
          customerName={payer && nameOf(payer)}
        />
        {rows.length > 0 ? (
          <PaymentTable viewer={viewer} payments={rows} caption={t("caption")} />
        ) : (
          <NoMatch viewer={viewer} lookedUntil={page.continueFrom} />
        )}
        <PaymentPages viewer={viewer} query={query} page={page} isFirst={isFirst} />
      </div>
    </Page>
  );
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const viewer = await pageViewer((await params).environment);
  return { title: translator(viewer.locale, "transactions")("title") };
}

async function filtersOf(viewer: Viewer, query: PaymentQuery) {
  const { timeZone } = viewer;
  const customerIds = query.customer === null ? undefined : await findPayers(viewer, query.customer);
  return queryFilters(query, { timeZone, now: viewer.now(), customerIds });
}
