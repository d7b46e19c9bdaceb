import { translator } from "#lib/i18n/translator";
import { TextField } from "../../../_ui/text-field";
import { FilterForm } from "../../../_lists/filter-form";
import type { PaymentFilterProps } from "./payment-view";

/** Whose payments: by the customer's id or email address. `name`: what the customer is called, where it is known. */
export function CustomerFilter({ viewer, place, query, name }: PaymentFilterProps & { name: string | null }) {
  const t = translator(viewer.locale, "transactions");
  return (
    <FilterForm
      viewer={viewer}
      place={place}
      label={t("customer")}
      value={name ?? query.customer}
      others={{ ...query, customer: null }}
    >
      <TextField
        name="customer"
        label={t("customer")}
        hint={t("filter.customerHint")}
        attributes={{ defaultValue: query.customer ?? undefined, autoComplete: "off", spellCheck: false }}
      />
    </FilterForm>
  );
}
