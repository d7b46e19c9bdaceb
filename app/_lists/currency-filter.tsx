import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import type { Amounts } from "#lib/lists/filters/amount-filter";
import { currenciesInUse } from "#lib/payments/list/currencies-in-use";
import { SelectField } from "../_ui/choice-field";
import { FilterForm, type FilterProps } from "./filter-form";

/** Which currency; amounts asked for in another one do not carry over. */
export async function CurrencyFilter<Query extends Amounts>({ viewer, place, query }: FilterProps<Query>) {
  const t = translator(viewer.locale, "lists");
  const { currency } = query;
  const inUse = may(viewer, "payments:read") ? await currenciesInUse(viewer) : [];
  const offered = currency && !inUse.includes(currency) ? [...inUse, currency] : inUse;
  return (
    <FilterForm
      viewer={viewer}
      place={place}
      label={t("filter.currency")}
      value={currency && currency.toUpperCase()}
      others={{ ...query, currency: null, amount: null, amountFrom: null, amountTo: null }}
    >
      <SelectField
        name="currency"
        label={t("filter.currency")}
        options={offered.map((value) => ({ value, label: value.toUpperCase() }))}
        placeholder={t("filter.anyCurrency")}
        defaultValue={currency ?? undefined}
      />
    </FilterForm>
  );
}
