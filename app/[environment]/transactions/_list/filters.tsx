import type { ReactNode } from "react";
import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import type { Currency } from "#lib/money";
import { listedStatuses } from "#lib/payments/list/payment-filters";
import { isFiltering } from "#lib/payments/list/payment-query";
import { DateFilter } from "../../../_lists/date-filter";
import { StatusFilter } from "../../../_lists/status-filter";
import { ChipLink, FilterChips } from "../../../_ui/filter-chip";
import { AmountFilter } from "./amount-filter";
import { CurrencyFilter } from "./currency-filter";
import { CustomerFilter } from "./customer-filter";
import type { PaymentFilterProps } from "./payment-place";
import { MethodFilter } from "./method-filter";

type FiltersProps = PaymentFilterProps & {
  currencies: Currency[];
  customerName: string | null;
  totals: ReactNode;
};

/** The filters of the list, each of which keeps the others. */
export function Filters({ currencies, customerName, totals, ...filter }: FiltersProps) {
  const { viewer, place, query } = filter;
  const t = translator(viewer.locale, "transactions");
  const statuses = listedStatuses.map((value) => ({ value, label: t(`status.${value}`) }));
  return (
    <FilterChips aside={totals}>
      <DateFilter {...filter} />
      <StatusFilter {...filter} label={t("state")} options={statuses} />
      <AmountFilter {...filter} />
      <CurrencyFilter {...filter} inUse={currencies} />
      <MethodFilter {...filter} />
      {may(viewer, "customers:read") && <CustomerFilter {...filter} name={customerName} />}
      {isFiltering(query) && (
        <ChipLink href={place.path}>{translator(viewer.locale, "lists")("filter.clear")}</ChipLink>
      )}
    </FilterChips>
  );
}
