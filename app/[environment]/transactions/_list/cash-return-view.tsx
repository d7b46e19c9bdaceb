import type { Viewer } from "#lib/auth/viewer";
import { whyNotTakenBack } from "#lib/cash/cancel-return";
import { cashReturnList, type CashReturnQuery } from "#lib/cash/list/cash-return-list";
import type { ListedReturn } from "#lib/cash/list/listed-return";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { refundStatuses } from "#lib/refunds/list/refund-list";
import { AmountFilter } from "../../../_lists/amount-filter";
import { CurrencyFilter } from "../../../_lists/currency-filter";
import { DateFilter } from "../../../_lists/date-filter";
import type { FilterProps } from "../../../_lists/filter-form";
import type { ListColumn, ListView, RowAct } from "../../../_lists/list-view";
import { StatusFilter } from "../../../_lists/status-filter";
import { ButtonLink } from "../../../_ui/button";
import { EmailText } from "../../../_ui/email-text";
import { EmptyState } from "../../../_ui/empty-state";
import { nameOf } from "#lib/customers/name-of";
import { amountColumn, byColumn, dateColumn, idColumn, reasonColumn } from "./common-columns";
import { CashReturnState } from "./refund-state";

/** Cash sent back as people see it. */
export const cashReturnView: ListView<ListedReturn, CashReturnQuery> = {
  source: cashReturnList,
  caption: ({ locale }) => translator(locale, "transactions")("cashReturns"),
  shown: ({ locale }, count) => translator(locale, "transactions")("cashReturnsShown", { count }),
  columns: cashReturnColumns,
  href: (viewer, { id }) => paths.cashReturn(viewer, id),
  menu: cashReturnActs,
  filters: (props) => <CashReturnFilters {...props} />,
  empty(viewer) {
    const t = translator(viewer.locale, "transactions");
    const action = <ButtonLink href={paths.customers(viewer)}>{t("noCashReturnsAction")}</ButtonLink>;
    return (
      <EmptyState title={t("noCashReturnsTitle")} action={action}>
        {t("noCashReturns")}
      </EmptyState>
    );
  },
};

function cashReturnActs(viewer: Viewer, row: ListedReturn): RowAct[] {
  if (whyNotTakenBack(viewer, row) !== null) return [];
  const t = translator(viewer.locale, "transactions");
  return [
    { href: paths.askAgainCashReturn(viewer, row.id), label: t("menu.askAgain"), icon: "mail" },
    { href: paths.cancelCashReturn(viewer, row.id), label: t("menu.cancelReturn"), icon: "ban" },
  ];
}

function CashReturnFilters(filter: FilterProps<CashReturnQuery>) {
  const t = translator(filter.viewer.locale, "transactions");
  return (
    <>
      <DateFilter {...filter} />
      <StatusFilter
        {...filter}
        label={t("state")}
        options={refundStatuses.map((value) => ({ value, label: t(`refundStatus.${value}`) }))}
      />
      <AmountFilter {...filter} />
      <CurrencyFilter {...filter} />
    </>
  );
}

function cashReturnColumns(viewer: Viewer): ListColumn<ListedReturn>[] {
  const { locale } = viewer;
  const t = translator(locale, "transactions");
  return [
    amountColumn(viewer),
    {
      key: "status",
      label: t("state"),
      card: "state",
      cell: ({ id, status }) => (
        <CashReturnState locale={locale} status={status} href={paths.cashReturn(viewer, id)} />
      ),
    },
    {
      key: "customer",
      label: t("customer"),
      card: "detail",
      cell: ({ customer }) => <EmailText>{nameOf(customer)}</EmailText>,
    },
    reasonColumn(viewer),
    byColumn(viewer),
    dateColumn(viewer),
    idColumn(viewer),
  ];
}
