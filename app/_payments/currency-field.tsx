import type { Viewer } from "#lib/auth/viewer";
import { supportedCurrencies } from "#lib/money";
import { FormSelectField } from "../_forms/fields";

type CurrencyFieldProps = { viewer: Viewer; label: string; preferred: string | null };

/** Every currency a charge may be made in, the account's own and those asked for first. */
export function CurrencyField({ viewer, label, preferred }: CurrencyFieldProps) {
  const names = new Intl.DisplayNames(viewer.locale, { type: "currency" });
  const own = viewer.environment.currency;
  const first = [...new Set([preferred ?? own, own])];
  const others = supportedCurrencies.filter((currency) => !first.includes(currency));
  return (
    <FormSelectField
      name="currency"
      label={label}
      defaultValue={first[0]}
      options={[...first, ...others].map((currency) => ({
        value: currency,
        label: `${currency.toUpperCase()} · ${names.of(currency.toUpperCase()) ?? ""}`,
      }))}
      required
    />
  );
}
