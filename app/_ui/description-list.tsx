import { Fragment, type ReactNode } from "react";

export type Description = { term: string; value: ReactNode };

type DescriptionListProps = {
  items: Description[];
  /** `text`: values are sentences, and stand below their names on a phone. */
  values?: "facts" | "text";
  /** "even": names take as much room in each list of a page, so that values stand below each other. */
  terms?: "even";
};

/** Facts by name. A fact whose value is null or undefined is left out. */
export function DescriptionList({ items, values = "facts", terms }: DescriptionListProps) {
  const known = items.filter(({ value }) => value !== null && value !== undefined);
  return (
    <dl className="ui-details" data-values={values} data-terms={terms}>
      {known.map(({ term, value }) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
