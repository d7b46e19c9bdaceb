import type { Viewer } from "#lib/auth/viewer";
import { formatDate, formatMonth, formatNumber } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { readStatement } from "#lib/statements/read-statement";
import type { StatementOf } from "#lib/statements/sum-month";
import { found } from "../../../../_server/found";
import { pageViewer } from "../../../../_server/page-viewer";
import { ButtonLink } from "../../../../_ui/button";
import { Money } from "../../../../_ui/money";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Section, Stack } from "../../../../_ui/section";
import { type Column, Table } from "../../../../_ui/table";
import { categoryWords, currencyOf } from "../../words";

type PageProps = { params: Promise<{ environment: string; month: string }> };

/** What the balance did in a month: opening, activity by category, closing. */
export default async function StatementPage({ params }: PageProps) {
  const { environment, month } = await params;
  const viewer = await pageViewer(environment);
  const statement = await found(readStatement(viewer, month));
  const t = translator(viewer.locale, "balances");
  const view = { locale: viewer.locale, timeZone: viewer.environment.timeZone };
  return (
    <Page>
      <PageHeader
        title={formatMonth(statement.start, view)}
        state={statement.isFinal ? undefined : t("statement.open", { date: formatDate(viewer.now(), view) })}
        breadcrumb={{
          label: t("statement.all"),
          crumbs: [
            { label: t("title"), href: paths.balances(viewer) },
            { label: t("statement.all"), href: paths.statements(viewer) },
          ],
        }}
        actions={
          <>
            <ButtonLink href={paths.statementCsv(viewer, month)} icon="download">
              CSV
            </ButtonLink>
            <ButtonLink href={paths.statementPdf(viewer, month)} icon="download">
              PDF
            </ButtonLink>
          </>
        }
      />
      <Stack>
        {statement.currencies.length === 0 && <p className="text-soft">{t("statement.nothing")}</p>}
        {statement.currencies.map((each) => (
          <Section key={each.currency} title={each.currency.toUpperCase()}>
            <Table
              caption={t("statement.caption", { currency: each.currency.toUpperCase() })}
              columns={columnsFor(viewer, each.currency)}
              rows={linesOf(viewer, each)}
              rowKey={({ key }) => key}
            />
          </Section>
        ))}
      </Stack>
    </Page>
  );
}

export async function generateMetadata({ params }: PageProps) {
  const { locale } = await pageViewer((await params).environment);
  return { title: translator(locale, "balances")("statement.title") };
}

interface Line {
  key: string;
  label: string;
  count: number | null;
  amount: number | null;
  fee: number | null;
  net: number;
}

function linesOf(viewer: Viewer, { opening, activity, closing }: StatementOf): Line[] {
  const t = translator(viewer.locale, "balances");
  const none = { count: null, amount: null, fee: null };
  return [
    { ...none, key: "opening_balance", label: t("statement.opening"), net: opening },
    ...activity.map((row) => ({ ...row, key: row.category, label: categoryWords(viewer, row.category) })),
    { ...none, key: "closing_balance", label: t("statement.closing"), net: closing },
  ];
}

function columnsFor({ locale }: Viewer, code: string): Column<Line>[] {
  const t = translator(locale, "balances");
  const currency = currencyOf(code);
  const money = (amount: number | null) =>
    amount === null ? null : <Money amount={amount} currency={currency} locale={locale} />;
  return [
    { key: "label", label: t("kind"), card: "title", cell: ({ label }) => label },
    {
      key: "count",
      label: t("count"),
      align: "end",
      cell: ({ count }) => (count === null ? null : formatNumber(count, locale)),
    },
    { key: "amount", label: t("gross"), align: "end", cell: ({ amount }) => money(amount) },
    { key: "fee", label: t("fees"), align: "end", cell: ({ fee }) => money(fee) },
    { key: "net", label: t("net"), align: "end", card: "state", cell: ({ net }) => money(net) },
  ];
}
