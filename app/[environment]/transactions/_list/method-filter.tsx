import { translator } from "#lib/i18n/translator";
import { brandName } from "#lib/payment-methods/method-name";
import { cardBrands, methodTypes } from "#lib/payments/list/payment-filters";
import { SelectField } from "../../../_ui/choice-field";
import { TextField } from "../../../_ui/text-field";
import { FilterForm } from "../../../_lists/filter-form";
import type { PaymentFilterProps } from "./payment-view";
import { shortMethod } from "./short-method";

/** What was paid with: a kind of method, a brand of card, the last digits. */
export function MethodFilter({ viewer, place, query }: PaymentFilterProps) {
  const t = translator(viewer.locale, "transactions");
  const methods = translator(viewer.locale, "methods");
  const { methodType, brand, last4 } = query;
  const digits = last4 && t("shortMethod", { name: "", last4 }).trim();
  return (
    <FilterForm
      viewer={viewer}
      place={place}
      label={t("method")}
      value={methodType ? shortMethod({ type: methodType, brand, last4 }, viewer.locale) : digits}
      others={{ ...query, methodType: null, brand: null, last4: null }}
    >
      <SelectField
        name="method"
        label={t("filter.type")}
        options={methodTypes.map((value) => ({ value, label: methods(`type.${value}`) }))}
        placeholder={t("filter.anyType")}
        defaultValue={methodType && !brand ? methodType : undefined}
      />
      <SelectField
        name="brand"
        label={t("filter.brand")}
        options={cardBrands.map((value) => ({ value, label: brandName(value) ?? value }))}
        placeholder={t("filter.anyBrand")}
        defaultValue={brand ?? undefined}
      />
      <TextField
        name="last4"
        label={t("filter.last4")}
        attributes={{
          defaultValue: last4 ?? undefined,
          maxLength: 4,
          inputMode: "numeric",
          autoComplete: "off",
        }}
      />
    </FilterForm>
  );
}
