import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { listEntries } from "#lib/customer-balance/queries";
import type { CustomerBalanceRow } from "#lib/customer-balance/wire";
import { translator } from "#lib/i18n/translator";
import { currencyOf } from "#lib/money";
import { paths } from "#lib/paths";
import { Money } from "../../../_ui/money";
import { Section } from "../../../_ui/section";
import { type Column, Table } from "../../../_ui/table";
import { dayColumn } from "../../../_words/day-column";
import { balanceInWords } from "../balance-words";
import type { CustomerPartProps } from "./customer-details";

const shown = 100;

/** What the customer owes or is owed, and how it came to that. */
export async function CustomerBalance({ viewer, customer }: CustomerPartProps) {
  const page = await listEntries(viewer, { limit: shown }, customer.id);
  const t = translator(viewer.locale, "customers");
  const adjust = may(viewer, "customers:write") && (
    <a href={paths.adjustCustomerBalance(viewer, customer.id)}>{t("ledger.adjust")}</a>
  );
  return (
    <Section title={t("balance")} aside={adjust} id="balance">
      <p>{balanceInWords(customer, viewer.locale) ?? t("ledger.even")}</p>
      {page.rows.length > 0 && (
        <Table
          caption={t("ledger.caption")}
          columns={columnsFor(viewer)}
          rows={page.rows}
          rowKey={({ id }) => id}
        />
      )}
      {page.hasMore && <p className="pt-2 text-soft">{t("ledger.more", { count: shown })}</p>}
    </Section>
  );
}

function columnsFor(viewer: Viewer): Column<CustomerBalanceRow>[] {
  const { locale } = viewer;
  const t = translator(locale, "customers");
  return [
    {
      key: "amount",
      label: t("ledger.change"),
      align: "end",
      card: "title",
      cell: ({ amount, currency }) => (
        <Money amount={amount} currency={currencyOf(currency)} locale={locale} />
      ),
    },
    {
      key: "ending",
      label: t("ledger.ending"),
      align: "end",
      cell: ({ endingBalance, currency }) => (
        <Money amount={endingBalance} currency={currencyOf(currency)} locale={locale} />
      ),
    },
    { key: "type", label: t("ledger.type"), card: "state", cell: ({ type }) => t(`ledger.types.${type}`) },
    { key: "note", label: t("ledger.note"), card: "detail", cell: ({ description }) => description },
    dayColumn(viewer, t("date")),
  ];
}
