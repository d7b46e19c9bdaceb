import { translator } from "#lib/i18n/translator";
import type { Currency } from "#lib/money";
import { SelectField } from "../../../_ui/choice-field";
import { FilterForm } from "../../../_lists/filter-form";
import type { PaymentFilterProps } from "./payment-place";

/** Which currency; amounts asked for in another one do not carry over. */
export function CurrencyFilter({ viewer, place, query, inUse }: PaymentFilterProps & { inUse: Currency[] }) {
  const t = translator(viewer.locale, "transactions");
  const { currency } = query;
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
