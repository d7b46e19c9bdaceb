import { type Option, RadioField } from "../_ui/choice-field";
import { FilterForm, type FilterProps } from "./filter-form";

type RadioFilterProps<Query> = Omit<FilterProps<Query>, "query"> & {
  /** Its word in the address. */
  name: string;
  label: string;
  options: Option[];
  chosen: string | null;
  /** The query with its own part empty. */
  others: Query;
};

/** One of some, or none of them. */
export function RadioFilter<Query>(props: RadioFilterProps<Query>) {
  const { viewer, place, name, label, options, chosen, others } = props;
  const value = options.find((option) => option.value === chosen)?.label ?? null;
  return (
    <FilterForm {...{ viewer, place, label, value, others }}>
      <RadioField name={name} label={label} options={options} defaultValue={chosen ?? undefined} />
    </FilterForm>
  );
}
