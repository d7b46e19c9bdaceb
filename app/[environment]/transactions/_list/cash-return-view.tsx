import type { Viewer } from "#lib/auth/viewer";
import { cashReturnList, type CashReturnQuery } from "#lib/cash/list/cash-return-list";
import type { ListedReturn } from "#lib/cash/list/listed-return";
import { timeZoneCity } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { refundStatuses } from "#lib/refunds/list/refund-list";
import { AmountFilter } from "../../../_lists/amount-filter";
import { CurrencyFilter } from "../../../_lists/currency-filter";
import { DateFilter } from "../../../_lists/date-filter";
import type { FilterProps } from "../../../_lists/filter-form";
import type { ListColumn, ListView } from "../../../_lists/list-view";
import { StatusFilter } from "../../../_lists/status-filter";
import { ButtonLink } from "../../../_ui/button";
import { DateTime } from "../../../_ui/date-time";
import { EmptyState } from "../../../_ui/empty-state";
import { Money } from "../../../_ui/money";
import { nameOf } from "../../customers/name-of";
import { By } from "./by";
import { CashReturnState } from "./refund-state";

/** Cash sent back as people see it, each row leading to the balance it left. */
export const cashReturnView: ListView<ListedReturn, CashReturnQuery> = {
  source: cashReturnList,
  caption: ({ locale }) => translator(locale, "transactions")("cashReturns"),
  shown: ({ locale }, count) => translator(locale, "transactions")("cashReturnsShown", { count }),
  columns: cashReturnColumns,
  href: (viewer, { customerId }) => `${paths.customer(viewer, customerId)}#cash`,
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
  const { locale, timeZone } = viewer;
  const t = translator(locale, "transactions");
  const view = { locale, timeZone, now: viewer.now() };
  return [
    {
      key: "amount",
      label: t("amount"),
      align: "end",
      card: "title",
      sorts: ["largest", "smallest"],
      cell: ({ amount, currency }) => <Money amount={amount} currency={currency} locale={locale} />,
    },
    {
      key: "status",
      label: t("state"),
      card: "state",
      cell: ({ status }) => <CashReturnState locale={locale} status={status} />,
    },
    {
      key: "customer",
      label: t("customer"),
      card: "detail",
      cell: ({ customer }) => nameOf(customer),
    },
    {
      key: "reason",
      label: t("reason"),
      card: "none",
      cell: ({ reason }) => reason && t(`refundReason.${reason}`),
    },
    {
      key: "by",
      label: t("by"),
      tone: "quiet",
      card: "none",
      cell: ({ createdBy }) => <By actor={createdBy} t={t} />,
    },
    {
      key: "date",
      label: t("date", { city: timeZoneCity(timeZone) }),
      align: "end",
      tone: "quiet",
      card: "moment",
      sorts: ["newest", "oldest"],
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} />,
    },
    { key: "id", label: t("id"), tone: "quiet", extra: true, cell: ({ id }) => <code>{id}</code> },
  ];
}
