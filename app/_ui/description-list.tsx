import { Fragment, type ReactNode } from "react";

export type Description = { term: string; value: ReactNode };

/** Facts by name. A fact whose value is null or undefined is left out. */
export function DescriptionList({ items }: { items: Description[] }) {
  const known = items.filter(({ value }) => value !== null && value !== undefined);
  return (
    <dl className="ui-details">
      {known.map(({ term, value }) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
