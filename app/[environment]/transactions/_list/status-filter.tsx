import { translator } from "#lib/i18n/translator";
import { listedStatuses } from "#lib/payments/list/payment-filters";
import { CheckboxesField } from "../../../_ui/choice-field";
import { FilterForm, type FilterProps } from "./filter-form";

/** Where payments stand: any of the checked states. */
export function StatusFilter({ viewer, query }: FilterProps) {
  const t = translator(viewer.locale, "transactions");
  const [first, ...others] = query.statuses;
  const firstWord = first ? t(`status.${first}`) : null;
  return (
    <FilterForm
      viewer={viewer}
      query={query}
      label={t("state")}
      value={
        firstWord && others.length > 0
          ? t("filter.statuses", { first: firstWord, count: others.length })
          : firstWord
      }
      without={{ statuses: [] }}
    >
      <CheckboxesField
        name="status"
        label={t("state")}
        options={listedStatuses.map((value) => ({
          value,
          label: t(`status.${value}`),
          hint: t(`meaning.${value}`),
        }))}
        defaultValues={query.statuses}
      />
    </FilterForm>
  );
}
