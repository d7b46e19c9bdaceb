import { TextField } from "../../../../_ui/text-field";
import { FilterForm, type FilterProps } from "./filter-form";

type TextFilterProps = FilterProps & { name: "path" | "id"; label: string; hint: string; example?: string };

/** One filter that is typed. */
export function TextFilter({ viewer, query, name, label, hint, example }: TextFilterProps) {
  const value = query[name];
  return (
    <FilterForm viewer={viewer} query={query} label={label} value={value} without={{ [name]: null }}>
      <TextField
        name={name}
        label={label}
        hint={hint}
        attributes={{
          defaultValue: value ?? undefined,
          placeholder: example,
          autoComplete: "off",
          spellCheck: false,
        }}
      />
    </FilterForm>
  );
}
