import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { CheckboxesField, type Option } from "../_ui/choice-field";
import { FilterForm, type FilterProps } from "./filter-form";

type ChoiceFilterProps<Query> = Omit<FilterProps<Query>, "query"> & {
  /** Its word in the address. */
  name: string;
  label: string;
  options: Option[];
  chosen: readonly string[];
  /** The query with its own part empty. */
  others: Query;
};

/** Any of the checked ones. */
export function ChoiceFilter<Query>(props: ChoiceFilterProps<Query>) {
  const { viewer, place, name, label, options, chosen, others } = props;
  const checked = options.filter(({ value }) => chosen.includes(value));
  const value = place.told ? listed(checked, viewer.locale) : inWords(checked, viewer.locale);
  return (
    <FilterForm {...{ viewer, place, label, value, others }}>
      <CheckboxesField name={name} label={label} options={options} defaultValues={[...chosen]} />
    </FilterForm>
  );
}

function listed(checked: Option[], locale: Locale): string | null {
  if (checked.length === 0) return null;
  return new Intl.ListFormat(locale, { type: "disjunction" }).format(checked.map(({ label }) => label));
}

function inWords([first, second, ...more]: Option[], locale: Locale): string | null {
  if (!first) return null;
  if (!second) return first.label;
  const t = translator(locale, "lists");
  return more.length === 0
    ? t("filter.eitherOf", { first: first.label, second: second.label })
    : t("filter.andMore", { first: first.label, count: more.length + 1 });
}
