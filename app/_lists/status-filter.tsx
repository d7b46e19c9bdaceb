import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { CheckboxesField, type Option } from "../_ui/choice-field";
import { FilterForm, type FilterProps } from "./filter-form";

type ByStatus = { statuses: readonly string[] };
type StatusFilterProps<Query> = FilterProps<Query> & { label: string; options: Option[] };

/** Where it stands: any of the checked states. */
export function StatusFilter<Query extends ByStatus>(props: StatusFilterProps<Query>) {
  const { viewer, place, query, label, options } = props;
  const chosen = options.filter(({ value }) => query.statuses.includes(value));
  return (
    <FilterForm
      viewer={viewer}
      place={place}
      label={label}
      value={inWords(chosen, viewer.locale)}
      others={{ ...query, statuses: [] }}
    >
      <CheckboxesField name="status" label={label} options={options} defaultValues={[...query.statuses]} />
    </FilterForm>
  );
}

function inWords([first, second, ...more]: Option[], locale: Locale): string | null {
  if (!first) return null;
  if (!second) return first.label;
  const t = translator(locale, "lists");
  return more.length === 0
    ? t("filter.eitherOf", { first: first.label, second: second.label })
    : t("filter.andMore", { first: first.label, count: more.length + 1 });
}
