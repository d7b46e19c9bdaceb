import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { latestLines } from "#lib/ledger/list/activity-list";
import { currencyOf } from "#lib/money";
import { paths } from "#lib/paths";
import { payoutSummary } from "#lib/payouts/payout-summary";
import type { PayoutRow } from "#lib/payouts/wire";
import { plainColumns } from "../../../../_lists/list-table";
import { Money } from "../../../../_ui/money";
import { Section } from "../../../../_ui/section";
import { Table } from "../../../../_ui/table";
import { activityView } from "../../../transactions/_list/activity-view";
import { categoryWords } from "../../words";

type PayoutLinesProps = { viewer: Viewer; payout: PayoutRow };

/** What an automatic payout consists of: by kind, to the cent, then its last lines and the way to all of them. */
export async function PayoutLines({ viewer, payout }: PayoutLinesProps) {
  const t = translator(viewer.locale, "balances");
  const summary = await payoutSummary(viewer, payout.id);
  const lines = await latestLines(viewer, payout.id);
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
          rowHref={({ category }) => paths.payoutLines(viewer, payout.id, category ?? undefined)}
        />
      </Section>
      <Section title={t("lines")} aside={<a href={paths.payoutCsv(viewer, payout.id)}>{t("csv")}</a>}>
        <Table
          caption={t("linesCaption")}
          columns={plainColumns(activityView.columns(viewer))}
          rows={lines}
          rowKey={({ id }) => id}
          rowHref={(row) => activityView.href(viewer, row)}
        />
        <p>
          <a href={paths.payoutLines(viewer, payout.id)}>{t("allLines")}</a>
        </p>
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
