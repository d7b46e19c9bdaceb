import { translator } from "#lib/i18n/translator";
import { TextField } from "../../../_ui/text-field";
import { FilterForm, type FilterProps } from "./filter-form";

/** Whose payments: by the customer's id or email address. `name`: what the customer is called, where it is known. */
export function CustomerFilter({ viewer, query, name }: FilterProps & { name: string | null }) {
  const t = translator(viewer.locale, "transactions");
  return (
    <FilterForm
      viewer={viewer}
      query={query}
      label={t("customer")}
      value={name ?? query.customer}
      without={{ customer: null }}
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
