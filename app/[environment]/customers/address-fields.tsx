import type { Viewer } from "#lib/auth/viewer";
import { regionsByName } from "#lib/i18n/regions";
import { translator } from "#lib/i18n/translator";
import { FormSelectField, FormTextField } from "../../_forms/fields";

const names = {
  billing: {
    line1: "line1",
    line2: "line2",
    postalCode: "postalCode",
    city: "city",
    state: "state",
    country: "country",
  },
  shipping: {
    line1: "shippingLine1",
    line2: "shippingLine2",
    postalCode: "shippingPostalCode",
    city: "shippingCity",
    state: "shippingState",
    country: "shippingCountry",
  },
  support: {
    line1: "supportLine1",
    line2: "supportLine2",
    postalCode: "supportPostalCode",
    city: "supportCity",
    state: "supportState",
    country: "supportCountry",
  },
} as const;

type Names = (typeof names)[keyof typeof names];
type AddressFieldsProps = {
  viewer: Viewer;
  kind: keyof typeof names;
  typed: Partial<Record<Names[keyof Names], string>>;
};

/** Where somebody lives, where their parcels go, or where customers write to. */
export function AddressFields({ viewer, kind, typed }: AddressFieldsProps) {
  const t = translator(viewer.locale, "customers");
  const field = names[kind];
  const line = (part: keyof typeof field, maxLength: number) => (
    <FormTextField
      name={field[part]}
      label={t(`form.${part}`)}
      attributes={{ maxLength, autoComplete: "off", defaultValue: typed[field[part]] }}
    />
  );
  return (
    <>
      {line("line1", 500)}
      {line("line2", 500)}
      <div className="grid grid-cols-2 gap-3">
        {line("postalCode", 50)}
        {line("city", 200)}
      </div>
      {line("state", 200)}
      <FormSelectField
        name={field.country}
        label={t("form.country")}
        placeholder={t("form.choose")}
        defaultValue={typed[field.country]}
        options={regionsByName(viewer.locale).map(({ code, name }) => ({ value: code, label: name }))}
      />
    </>
  );
}
