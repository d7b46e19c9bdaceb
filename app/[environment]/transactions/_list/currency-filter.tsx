import { translator } from "#lib/i18n/translator";
import type { Currency } from "#lib/money";
import { SelectField } from "../../../_ui/choice-field";
import { FilterForm, type FilterProps } from "./filter-form";

/** Which currency; amounts asked for in another one do not carry over. */
export function CurrencyFilter({ viewer, query, inUse }: FilterProps & { inUse: Currency[] }) {
  const t = translator(viewer.locale, "transactions");
  const { currency } = query;
  const offered = currency && !inUse.includes(currency) ? [...inUse, currency] : inUse;
  return (
    <FilterForm
      viewer={viewer}
      query={query}
      label={t("filter.currency")}
      value={currency && currency.toUpperCase()}
      without={{ currency: null, amount: null, amountFrom: null, amountTo: null }}
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
