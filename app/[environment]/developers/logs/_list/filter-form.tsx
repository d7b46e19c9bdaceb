import type { ReactNode } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { type RequestQuery, requestQueryParams } from "#lib/request-log/request-query";
import { Button } from "../../../../_ui/button";
import { FilterChip } from "../../../../_ui/filter-chip";
import { logAddress } from "./log-address";

/** What every filter of the log is given. */
export type FilterProps = { viewer: Viewer; query: RequestQuery };

type FilterFormProps = FilterProps & {
  label: string;
  /** What it filters by now, in words. */
  value: string | null;
  /** The part of the query it sets, empty. */
  without: Partial<RequestQuery>;
  /** Before the form: ready-made choices. */
  choices?: ReactNode;
  children: ReactNode;
};

/** A chip with a form that sets one part of the query and keeps the others. */
export function FilterForm({ viewer, query, label, value, without, choices, children }: FilterFormProps) {
  const others = { ...query, ...without };
  return (
    <FilterChip label={label} value={value}>
      {choices}
      <form className="grid gap-3" action={paths.requestLogs(viewer)}>
        {[...requestQueryParams(others)].map(([name, text]) => (
          <input key={name} type="hidden" name={name} value={text} />
        ))}
        {children}
        <Button tone="primary">{translator(viewer.locale, "common")("apply")}</Button>
      </form>
      {value && (
        <a className="text-act" href={logAddress(viewer, others)}>
          {translator(viewer.locale, "logs")("filter.remove")}
        </a>
      )}
    </FilterChip>
  );
}
