import { translator } from "#lib/i18n/translator";
import { brandName } from "#lib/payment-methods/method-name";
import { cardBrands, methodTypes } from "#lib/payments/list/payment-filters";
import { SelectField } from "../../../_ui/choice-field";
import { TextField } from "../../../_ui/text-field";
import { FilterForm, type FilterProps } from "./filter-form";
import { shortMethod } from "./short-method";

/** What was paid with: a kind of method, a brand of card, the last digits. */
export function MethodFilter({ viewer, query }: FilterProps) {
  const t = translator(viewer.locale, "transactions");
  const methods = translator(viewer.locale, "methods");
  const { methodType, brand, last4 } = query;
  const digits = last4 && t("shortMethod", { name: "", last4 }).trim();
  return (
    <FilterForm
      viewer={viewer}
      query={query}
      label={t("method")}
      value={methodType ? shortMethod({ type: methodType, brand, last4 }, viewer.locale) : digits}
      without={{ methodType: null, brand: null, last4: null }}
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
