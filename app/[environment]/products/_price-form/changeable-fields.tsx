"use client";

import { FormCheckboxesField, FormSelectField } from "../../../_forms/fields";
import { CurrencyRows } from "./currency-rows";
import { SubmitFirst } from "../_parts/other-currencies";
import type { Typed } from "../_parts/read-typed";
import { PriceFormContext, TypedField, usePriceForm } from "./typed-fields";
import type { PriceFormWords } from "./words";

type ChangeableFieldsProps = {
  words: PriceFormWords;
  initial: Typed;
  kept: readonly string[];
  model: string;
  /** Why it cannot be said anew whether tax is in the price; null while it can. */
  taxIsSettled: string | null;
};

/** What of a price may change once it is made. */
export function ChangeableFields({ model, taxIsSettled, ...form }: ChangeableFieldsProps) {
  return (
    <PriceFormContext {...form}>
      <div className="group/price grid gap-5">
        <SubmitFirst />
        <input className="hidden" type="radio" name="model" value={model} defaultChecked tabIndex={-1} />
        <input type="hidden" name="currency" value={form.initial.currency} />
        <input type="hidden" name="tiers" value={form.initial.tiers} />
        <CurrencyRows />
        <NameFields />
        <TaxField settled={taxIsSettled} />
      </div>
    </PriceFormContext>
  );
}

/** What a price goes by. */
export function NameFields() {
  const { words } = usePriceForm();
  return (
    <>
      <TypedField name="nickname" label={words.nickname} hint={words.nicknameHint} note={words.optional} />
      <TypedField name="lookupKey" label={words.lookupKey} hint={words.lookupKeyHint} note={words.optional} />
      <FormCheckboxesField
        name="transferLookupKey"
        label={words.transferLabel}
        options={[{ value: "yes", label: words.transfer }]}
      />
    </>
  );
}

/** Whether tax is in the price; `settled`: why that cannot be said anew. */
export function TaxField({ settled }: { settled: string | null }) {
  const { words, initial } = usePriceForm();
  if (settled !== null) return <p className="text-soft">{settled}</p>;
  return (
    <FormSelectField
      name="taxBehavior"
      label={words.taxBehavior}
      hint={words.taxBehaviorHint}
      options={words.taxes}
      defaultValue={initial.taxBehavior}
    />
  );
}
