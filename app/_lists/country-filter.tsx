import { regionName, regionsByName } from "#lib/i18n/regions";
import { translator } from "#lib/i18n/translator";
import { SelectField } from "../_ui/choice-field";
import { FilterForm, type FilterProps } from "./filter-form";

/** Of which country. */
export function CountryFilter<Query extends { countries: string[] }>({
  viewer,
  place,
  query,
}: FilterProps<Query>) {
  const t = translator(viewer.locale, "lists");
  const [chosen] = query.countries;
  return (
    <FilterForm
      {...{ viewer, place }}
      label={t("filter.country")}
      value={query.countries.map((code) => regionName(code, viewer.locale)).join(", ") || null}
      others={{ ...query, countries: [] }}
    >
      <SelectField
        name="country"
        label={t("filter.country")}
        placeholder={t("filter.anyCountry")}
        defaultValue={chosen}
        options={regionsByName(viewer.locale).map(({ code, name }) => ({ value: code, label: name }))}
      />
    </FilterForm>
  );
}
