"use client";

import { FormRadioField, FormSelectField } from "../../../_forms/fields";
import { NameFields, TaxField } from "./changeable-fields";
import { CurrencyRows, CustomFields } from "./currency-rows";
import { SubmitFirst } from "../_parts/other-currencies";
import type { Typed } from "../_parts/read-typed";
import { TierRows } from "./tier-rows";
import { PriceFormContext, shownFor, TypedField, usePriceForm } from "./typed-fields";
import type { PriceFormWords } from "./words";

/**
 * All of a new price. What belongs to another model is hidden by styles; the buttons that add and remove rows send
 * the form, and what was typed comes back with it.
 */
export function PriceFields({ words, initial }: { words: PriceFormWords; initial: Typed }) {
  return (
    <PriceFormContext words={words} initial={initial}>
      <div className="group/price grid gap-5">
        <SubmitFirst />
        <FormRadioField
          name="model"
          label={words.model}
          options={words.models}
          defaultValue={initial.model}
        />
        <AmountFields />
        <TimingFields />
        <CurrencyRows />
        <TaxField settled={null} />
        <NameFields />
      </div>
    </PriceFormContext>
  );
}

function AmountFields() {
  const { words, initial } = usePriceForm();
  return (
    <>
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <FormSelectField
          name="currency"
          label={words.currency}
          options={words.currencies}
          defaultValue={initial.currency}
        />
        <div className={shownFor.unit}>
          <TypedField name="unit" label={words.unit} hint={words.unitHint} inputMode="decimal" />
        </div>
      </div>
      <div className={shownFor.package}>
        <TypedField
          name="packageSize"
          label={words.packageSize}
          hint={words.packageSizeHint}
          inputMode="numeric"
        />
      </div>
      <div className={shownFor.tiers}>
        <TierRows />
      </div>
      <div className={shownFor.custom}>
        <CustomFields suffix="" />
      </div>
    </>
  );
}

function TimingFields() {
  const { words, initial } = usePriceForm();
  return (
    <div className={`${shownFor.timing} gap-3`}>
      <FormRadioField
        name="timing"
        label={words.timing}
        options={words.timings}
        defaultValue={initial.timing}
      />
      <div className={`${shownFor.recurring} grid-cols-2 gap-3`}>
        <TypedField name="intervalCount" label={words.intervalCount} inputMode="numeric" />
        <FormSelectField
          name="interval"
          label={words.interval}
          options={words.intervals}
          defaultValue={initial.interval}
        />
      </div>
    </div>
  );
}
