import type { ReactNode } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { type PaymentQuery, paymentQueryParams } from "#lib/payments/list/payment-query";
import { Button } from "../../../_ui/button";
import { FilterChip } from "../../../_ui/filter-chip";
import { listAddress } from "./list-address";

/** What every filter of the list is given. */
export type FilterProps = { viewer: Viewer; query: PaymentQuery };

type FilterFormProps = FilterProps & {
  label: string;
  /** What it filters by now, in words. */
  value: string | null;
  /** The part of the query it sets, empty. */
  without: Partial<PaymentQuery>;
  /** Before the form: ready-made choices. */
  choices?: ReactNode;
  children: ReactNode;
};

/** A chip with a form that sets one part of the query and keeps the others. */
export function FilterForm({ viewer, query, label, value, without, choices, children }: FilterFormProps) {
  const common = translator(viewer.locale, "common");
  const others = { ...query, ...without };
  return (
    <FilterChip label={label} value={value}>
      {choices}
      <form className="grid gap-3" action={paths.transactions(viewer)}>
        {[...paymentQueryParams(others)].map(([name, text]) => (
          <input key={`${name} ${text}`} type="hidden" name={name} value={text} />
        ))}
        {children}
        <Button tone="primary">{common("apply")}</Button>
      </form>
      {value && (
        <a className="text-act" href={listAddress(viewer, others)}>
          {translator(viewer.locale, "transactions")("filter.remove")}
        </a>
      )}
    </FilterChip>
  );
}
