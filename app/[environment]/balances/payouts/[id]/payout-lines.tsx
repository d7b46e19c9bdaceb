import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { BalanceTransactionRow } from "#lib/ledger/transactions";
import { paths } from "#lib/paths";
import { payoutLines } from "#lib/payouts/payout-lines";
import { payoutSummary } from "#lib/payouts/payout-summary";
import type { PayoutRow } from "#lib/payouts/wire";
import { found } from "../../../../_server/found";
import { sourcePath } from "../../../../_payments/source-path";
import { DateTime } from "../../../../_ui/date-time";
import { Money } from "../../../../_ui/money";
import { Pagination } from "../../../../_ui/pagination";
import { Section } from "../../../../_ui/section";
import { type Column, Table } from "../../../../_ui/table";
import { cursorLinks, cursorOf, type CursorQuery } from "../../cursor";
import { categoryWords, currencyOf, timeViewOf } from "../../words";

type PayoutLinesProps = { viewer: Viewer; payout: PayoutRow; query: CursorQuery };

/** What an automatic payout consists of: by kind, to the cent, then line by line. */
export async function PayoutLines({ viewer, payout, query }: PayoutLinesProps) {
  const t = translator(viewer.locale, "balances");
  const summary = await payoutSummary(viewer, payout.id);
  const lines = await found(payoutLines(viewer, payout.id, cursorOf(query)));
  return (
    <>
      <Section title={t("summary")}>
        <Table
          caption={t("summaryCaption")}
          columns={[
            {
              key: "category",
              label: t("kind"),
              card: "title",
              cell: ({ category }) => (category === null ? t("total") : categoryWords(viewer, category)),
            },
            { key: "count", label: t("count"), align: "end", cell: ({ count }) => count },
            moneyColumn(viewer, payout.currency, "gross", t("gross")),
            moneyColumn(viewer, payout.currency, "fee", t("fees")),
            moneyColumn(viewer, payout.currency, "net", t("net")),
          ]}
          rows={summary}
          rowKey={({ category }) => category ?? "total"}
        />
      </Section>
      <Section title={t("lines")} aside={<a href={paths.payoutCsv(viewer, payout.id)}>{t("csv")}</a>}>
        <Table
          caption={t("linesCaption")}
          columns={columnsFor(viewer)}
          rows={lines.rows}
          rowKey={({ id }) => id}
          rowHref={(row) => sourcePath(viewer, row)}
        />
        <Pagination
          locale={viewer.locale}
          summary={t("linesShown", { count: lines.rows.length })}
          {...cursorLinks(paths.payout(viewer, payout.id), query, lines)}
        />
      </Section>
    </>
  );
}

function moneyColumn<Name extends string>(viewer: Viewer, currency: string, name: Name, label: string) {
  return {
    key: name,
    label,
    align: "end" as const,
    cell: (row: Record<Name, number>) => (
      <Money amount={row[name]} currency={currencyOf(currency)} locale={viewer.locale} />
    ),
  };
}

function columnsFor(viewer: Viewer): Column<BalanceTransactionRow>[] {
  const t = translator(viewer.locale, "balances");
  const money = (name: "amount" | "fee" | "net", label: string): Column<BalanceTransactionRow> => ({
    key: name,
    label,
    align: "end",
    cell: (row) => <Money amount={row[name]} currency={currencyOf(row.currency)} locale={viewer.locale} />,
  });
  return [
    {
      key: "kind",
      label: t("kind"),
      card: "title",
      cell: ({ reportingCategory }) => categoryWords(viewer, reportingCategory),
    },
    {
      key: "description",
      label: t("description"),
      card: "detail",
      tone: "quiet",
      cell: ({ description, sourceId }) => (sourceId.startsWith("po_") ? null : description),
    },
    money("amount", t("gross")),
    money("fee", t("fees")),
    money("net", t("net")),
    {
      key: "created",
      label: t("created"),
      tone: "quiet",
      card: "moment",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={timeViewOf(viewer)} as="when" />,
    },
  ];
}
