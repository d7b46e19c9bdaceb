import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { payoutList, type PayoutQuery, payoutSpeeds, payoutStatuses } from "#lib/payouts/list/payout-list";
import type { PayoutRow } from "#lib/payouts/wire";
import { AmountFilter } from "../../../_lists/amount-filter";
import { ChoiceFilter } from "../../../_lists/choice-filter";
import { CurrencyFilter } from "../../../_lists/currency-filter";
import { DateFilter } from "../../../_lists/date-filter";
import type { FilterProps } from "../../../_lists/filter-form";
import type { ListView } from "../../../_lists/list-view";
import { StatusFilter } from "../../../_lists/status-filter";
import { ButtonLink } from "../../../_ui/button";
import { EmptyState } from "../../../_ui/empty-state";
import { payoutColumns } from "./payout-columns";

/** Payouts as people see them. */
export const payoutView: ListView<PayoutRow, PayoutQuery> = {
  source: payoutList,
  caption: ({ locale }) => translator(locale, "balances")("payoutsCaption"),
  shown: ({ locale }, count) => translator(locale, "balances")("payoutsShown", { count }),
  columns: payoutColumns,
  href: (viewer, { id }) => paths.payout(viewer, id),
  filters: (props) => <PayoutFilters {...props} />,
  empty(viewer) {
    const t = translator(viewer.locale, "balances");
    const action = may(viewer, "payouts:write") && (
      <ButtonLink href={paths.newPayout(viewer)}>{t("payOut")}</ButtonLink>
    );
    return (
      <EmptyState title={t("noPayoutsTitle")} action={action}>
        {t("noPayouts")}
      </EmptyState>
    );
  },
};

function PayoutFilters(filter: FilterProps<PayoutQuery>) {
  const { viewer, place, query } = filter;
  const t = translator(viewer.locale, "balances");
  return (
    <>
      <DateFilter {...filter} />
      <StatusFilter
        {...filter}
        label={t("status")}
        options={payoutStatuses.map((value) => ({ value, label: t(`payoutStatus.${value}`) }))}
      />
      <ChoiceFilter
        {...{ viewer, place }}
        name="speed"
        label={t("speed")}
        options={payoutSpeeds.map((value) => ({ value, label: t(`speedOf.${value}`) }))}
        chosen={query.speeds}
        others={{ ...query, speeds: [] }}
      />
      <AmountFilter {...filter} signed />
      <CurrencyFilter {...filter} />
    </>
  );
}
