"use client";

import type { ReactNode } from "react";

import { useFormField } from "../../../_forms/action-form";
import { FormSelectField, FormTextField } from "../../../_forms/fields";
import { Button } from "../../../_ui/button";
import type { CurrencyWords } from "./currency-words";
import { extraCurrencies } from "./extra-currencies";
import type { Typed } from "./read-typed";

type OtherCurrenciesProps = {
  words: CurrencyWords;
  initial: Typed;
  /** Those that are there for good. */
  kept?: readonly string[];
  /** The fields of one of them. */
  children: (currency: string) => ReactNode;
};

/** Fields for other currencies than its own, and the way to one more; its form's action is `rearranging`. */
export function OtherCurrencies({ words, initial, kept = [], children }: OtherCurrenciesProps) {
  const own = useFormField("currency", initial.currency).value ?? "";
  const extra = useFormField("extra", initial.extra).value ?? "";
  const others = extraCurrencies({ currency: own, extra });
  const nameOf = (currency: string) => words.currencies.find(({ value }) => value === currency)?.label;
  return (
    <fieldset className="grid gap-4">
      <legend className="ui-label">{words.others}</legend>
      <p className="ui-hint">{words.othersHint}</p>
      <input type="hidden" name="extra" value={others.join()} />
      {others.map((currency) => (
        <fieldset key={currency} className="grid gap-3 border-l-2 border-line pl-3">
          <legend className="pb-1 font-medium">{nameOf(currency) ?? currency}</legend>
          {children(currency)}
          {!kept.includes(currency) && (
            <div>
              <Button name="do" value={`remove-currency-${currency}`} tone="quiet">
                {words.removeCurrency.replace("{currency}", currency.toUpperCase())}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <div className="grid grid-cols-[1fr_auto] items-end gap-3">
        <FormSelectField
          name="addCurrency"
          label={words.addCurrency}
          placeholder={words.chooseCurrency}
          options={words.currencies.filter(({ value }) => value !== own && !others.includes(value))}
        />
        <Button name="do" value="add-currency">
          {words.add}
        </Button>
      </div>
    </fieldset>
  );
}

/** One amount in each other currency, called `amount-usd` and so on. */
export function OtherAmounts({ label, ...form }: Omit<OtherCurrenciesProps, "children"> & { label: string }) {
  return (
    <OtherCurrencies {...form}>
      {(currency) => (
        <FormTextField
          name={`amount-${currency}`}
          label={label}
          attributes={{
            defaultValue: form.initial[`amount-${currency}`],
            inputMode: "decimal",
            autoComplete: "off",
          }}
        />
      )}
    </OtherCurrencies>
  );
}

/** What the enter key presses: without it that would be the first button that adds or removes a row. */
export function SubmitFirst() {
  return <button className="sr-only" type="submit" tabIndex={-1} aria-hidden="true" />;
}
