"use client";

import { OtherCurrencies } from "../_parts/other-currencies";
import { TierAmounts } from "./tier-rows";
import { shownFor, TypedField, usePriceForm } from "./typed-fields";

/** The same price in other currencies: fields for each, and the way to one more. */
export function CurrencyRows() {
  const { words, initial, kept } = usePriceForm();
  return (
    <OtherCurrencies words={words} initial={initial} kept={kept}>
      {(currency) => (
        <>
          <div className={shownFor.unit}>
            <TypedField name={`unit-${currency}`} label={words.unit} inputMode="decimal" />
          </div>
          <div className={`${shownFor.tiers} gap-3`}>
            <TierAmounts currency={currency} />
          </div>
          <div className={shownFor.custom}>
            <CustomFields suffix={`-${currency}`} />
          </div>
        </>
      )}
    </OtherCurrencies>
  );
}

/** What a customer may choose to pay in a currency. */
export function CustomFields({ suffix }: { suffix: string }) {
  const { words } = usePriceForm();
  return (
    <div className="grid items-start gap-3 sm:grid-cols-3">
      {(["minimum", "maximum", "preset"] as const).map((name) => (
        <TypedField
          key={name}
          name={name + suffix}
          label={words[name]}
          note={words.optional}
          inputMode="decimal"
        />
      ))}
    </div>
  );
}
