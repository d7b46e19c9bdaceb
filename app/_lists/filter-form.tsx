import type { ReactNode } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { Button } from "../_ui/button";
import { FilterChip } from "../_ui/filter-chip";
import { addressOf, type ListPlace } from "./list-place";

/** What every filter of a list is given. */
export type FilterProps<Query> = { viewer: Viewer; place: ListPlace<Query>; query: Query };

type FilterFormProps<Query> = FilterProps<Query> & {
  label: string;
  /** What it filters by now, in words. */
  value: string | null;
  /** The query with its own part empty. */
  others: Query;
  /** Before the form: ready-made choices. */
  choices?: ReactNode;
  children: ReactNode;
};

/** A chip with a form that sets one part of the query and keeps the others. */
export function FilterForm<Query>({
  viewer,
  place,
  label,
  value,
  others,
  choices,
  children,
}: Omit<FilterFormProps<Query>, "query">) {
  const { locale } = viewer;
  if (place.told) return value && <li>{translator(locale, "lists")("filter.told", { label, value })}</li>;
  return (
    <FilterChip label={label} value={value}>
      {choices}
      <form className="grid gap-3" action={place.path}>
        {[...place.params(others)].map(([name, text]) => (
          <input key={`${name} ${text}`} type="hidden" name={name} value={text} />
        ))}
        {children}
        <Button tone="primary">{translator(locale, "common")("apply")}</Button>
      </form>
      {value && (
        <a className="text-act" href={addressOf(place, others)}>
          {translator(locale, "lists")("filter.remove")}
        </a>
      )}
    </FilterChip>
  );
}
