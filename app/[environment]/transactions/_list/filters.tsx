import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import type { Currency } from "#lib/money";
import { paths } from "#lib/paths";
import { isFiltering } from "#lib/payments/list/payment-query";
import { ChipLink, FilterChips } from "../../../_ui/filter-chip";
import { AmountFilter } from "./amount-filter";
import { CurrencyFilter } from "./currency-filter";
import { CustomerFilter } from "./customer-filter";
import { DateFilter } from "./date-filter";
import type { FilterProps } from "./filter-form";
import { MethodFilter } from "./method-filter";
import { StatusFilter } from "./status-filter";

type FiltersProps = FilterProps & { currencies: Currency[]; customerName: string | null };

/** The filters of the list, each of which keeps the others. */
export function Filters({ viewer, query, currencies, customerName }: FiltersProps) {
  const t = translator(viewer.locale, "transactions");
  return (
    <FilterChips>
      <DateFilter viewer={viewer} query={query} />
      <StatusFilter viewer={viewer} query={query} />
      <AmountFilter viewer={viewer} query={query} />
      <CurrencyFilter viewer={viewer} query={query} inUse={currencies} />
      <MethodFilter viewer={viewer} query={query} />
      {may(viewer, "customers:read") && <CustomerFilter viewer={viewer} query={query} name={customerName} />}
      {isFiltering(query) && <ChipLink href={paths.transactions(viewer)}>{t("filter.clear")}</ChipLink>}
    </FilterChips>
  );
}
