import { ChoiceFilter } from "./choice-filter";
import type { FilterProps } from "./filter-form";
import type { Option } from "../_ui/choice-field";

type ByStatus = { statuses: readonly string[] };
type StatusFilterProps<Query> = FilterProps<Query> & { label: string; options: Option[] };

/** Where it stands: any of the checked states. */
export function StatusFilter<Query extends ByStatus>(props: StatusFilterProps<Query>) {
  const { query } = props;
  return (
    <ChoiceFilter {...props} name="status" chosen={query.statuses} others={{ ...query, statuses: [] }} />
  );
}
