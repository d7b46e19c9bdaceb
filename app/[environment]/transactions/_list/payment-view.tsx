import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { listedStatuses } from "#lib/payments/list/payment-filters";
import type { ListedPayment } from "#lib/payments/list/listed-payment";
import { paymentList } from "#lib/payments/list/payment-list";
import type { PaymentQuery } from "#lib/payments/list/payment-query";
import { type RowAction, rowActions } from "#lib/payments/list/row-actions";
import { AmountFilter } from "../../../_lists/amount-filter";
import { CurrencyFilter } from "../../../_lists/currency-filter";
import { DateFilter } from "../../../_lists/date-filter";
import type { FilterProps } from "../../../_lists/filter-form";
import type { ListView } from "../../../_lists/list-view";
import { StatusFilter } from "../../../_lists/status-filter";
import type { IconName } from "../../../_ui/icon-names";
import { nameOf } from "#lib/customers/name-of";
import { CustomerFilter } from "./customer-filter";
import { MethodFilter } from "./method-filter";
import { NoPaymentsYet } from "./no-payments-yet";
import { paymentColumns } from "./payment-columns";

export type PaymentFilterProps = FilterProps<PaymentQuery>;

/** Payments as people see them. */
export const paymentView: ListView<ListedPayment, PaymentQuery> = {
  source: paymentList,
  caption: ({ locale }) => translator(locale, "transactions")("caption"),
  shown: ({ locale }, count) => translator(locale, "transactions")("shown", { count }),
  columns: paymentColumns,
  href: (viewer, { id }) => paths.payment(viewer, id),
  menu: (viewer, { id, status }) => rowActions(viewer, status).map((action) => actOf(viewer, id, action)),
  filters: (props, rows) => <PaymentFilters {...props} rows={rows} />,
  empty: (viewer) => <NoPaymentsYet viewer={viewer} />,
};

const acts: Record<RowAction, { icon: IconName; path(viewer: Viewer, id: string): string }> = {
  refund: { icon: "undo-2", path: paths.refundPayment },
  capture: { icon: "check", path: paths.capturePayment },
  collect: { icon: "credit-card", path: paths.collectPayment },
  cancel: { icon: "ban", path: paths.cancelPayment },
  receipt: { icon: "mail", path: paths.sendReceipt },
};

function actOf(viewer: Viewer, id: string, action: RowAction) {
  const { icon, path } = acts[action];
  return { icon, href: path(viewer, id), label: translator(viewer.locale, "transactions")(`menu.${action}`) };
}

function PaymentFilters({ rows, ...filter }: PaymentFilterProps & { rows: ListedPayment[] }) {
  const { viewer, query } = filter;
  const t = translator(viewer.locale, "transactions");
  const payer = query.customer === null ? null : (rows[0]?.customer ?? null);
  return (
    <>
      <DateFilter {...filter} />
      <StatusFilter
        {...filter}
        label={t("state")}
        options={listedStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      <AmountFilter {...filter} />
      <CurrencyFilter {...filter} />
      <MethodFilter {...filter} />
      {may(viewer, "customers:read") && <CustomerFilter {...filter} name={payer && nameOf(payer)} />}
    </>
  );
}
