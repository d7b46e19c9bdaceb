import type { HTMLInputTypeAttribute } from "react";
import { TextField } from "../_ui/text-field";
import { FilterForm, type FilterProps } from "./filter-form";

type TextFilterProps<Query> = Omit<FilterProps<Query>, "query"> & {
  /** Its word in the address. */
  name: string;
  label: string;
  hint: string;
  value: string | null;
  /** The query with its own part empty. */
  others: Query;
  example?: string;
  type?: HTMLInputTypeAttribute;
};

/** One filter that is typed. */
export function TextFilter<Query>(props: TextFilterProps<Query>) {
  const { viewer, place, name, label, hint, value, others, example, type } = props;
  return (
    <FilterForm {...{ viewer, place, label, value, others }}>
      <TextField
        name={name}
        label={label}
        hint={hint}
        attributes={{
          type,
          defaultValue: value ?? undefined,
          placeholder: example,
          autoComplete: "off",
          spellCheck: false,
          maxLength: 255,
        }}
      />
    </FilterForm>
  );
}
