import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { ListedRefund } from "#lib/refunds/list/listed-refund";
import { refundList, type RefundQuery, refundStatuses } from "#lib/refunds/list/refund-list";
import { refundReasons } from "#lib/refunds/refund-payment";
import { AmountFilter } from "../../../_lists/amount-filter";
import { ChoiceFilter } from "../../../_lists/choice-filter";
import { CurrencyFilter } from "../../../_lists/currency-filter";
import { DateFilter } from "../../../_lists/date-filter";
import type { FilterProps } from "../../../_lists/filter-form";
import type { ListView } from "../../../_lists/list-view";
import { StatusFilter } from "../../../_lists/status-filter";
import { ButtonLink } from "../../../_ui/button";
import { EmptyState } from "../../../_ui/empty-state";
import { refundColumns } from "./refund-columns";

/** Refunds as people see them, each row leading to the payment it gives back. */
export const refundView: ListView<ListedRefund, RefundQuery> = {
  source: refundList,
  caption: ({ locale }) => translator(locale, "transactions")("refundsCaption"),
  shown: ({ locale }, count) => translator(locale, "transactions")("refundsShown", { count }),
  columns: refundColumns,
  href: (viewer, { payment }) => paths.payment(viewer, payment.id),
  filters: (props) => <RefundFilters {...props} />,
  empty(viewer) {
    const t = translator(viewer.locale, "transactions");
    const action = <ButtonLink href={paths.transactions(viewer)}>{t("noRefundsAction")}</ButtonLink>;
    return (
      <EmptyState title={t("noRefundsTitle")} action={action}>
        {t("noRefunds")}
      </EmptyState>
    );
  },
};

function RefundFilters(filter: FilterProps<RefundQuery>) {
  const { viewer, place, query } = filter;
  const t = translator(viewer.locale, "transactions");
  return (
    <>
      <DateFilter {...filter} />
      <StatusFilter
        {...filter}
        label={t("state")}
        options={refundStatuses.map((value) => ({ value, label: t(`refundStatus.${value}`) }))}
      />
      <ChoiceFilter
        {...{ viewer, place }}
        name="reason"
        label={t("reason")}
        options={refundReasons.map((value) => ({ value, label: t(`refundReason.${value}`) }))}
        chosen={query.reasons}
        others={{ ...query, reasons: [] }}
      />
      <AmountFilter {...filter} />
      <CurrencyFilter {...filter} />
    </>
  );
}
