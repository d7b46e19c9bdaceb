"use client";

import { FormRadioField, FormSelectField, FormTextField } from "../../../../_forms/fields";
import type { CurrencyWords } from "../../_parts/currency-words";
import { OtherAmounts, SubmitFirst } from "../../_parts/other-currencies";
import type { CouponWords } from "../form-words";

type TermFieldsProps = { words: CurrencyWords & CouponWords; currency: string };

/** What a coupon takes off and for how long; what does not belong to the choice is hidden by styles. */
export function TermFields({ words, currency }: TermFieldsProps) {
  return (
    <div className="group/coupon grid gap-5">
      <SubmitFirst />
      <FormRadioField name="kind" label={words.kind} options={words.kinds} defaultValue="percent" />
      <div className="hidden group-has-[[value=percent]:checked]/coupon:grid">
        <FormTextField
          name="percent"
          label={words.percent}
          attributes={{ inputMode: "decimal", autoComplete: "off" }}
        />
      </div>
      <div className="hidden gap-5 group-has-[[value=amount]:checked]/coupon:grid">
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <FormTextField
            name="amount"
            label={words.amount}
            attributes={{ inputMode: "decimal", autoComplete: "off" }}
          />
          <FormSelectField
            name="currency"
            label={words.currency}
            options={words.currencies}
            defaultValue={currency}
          />
        </div>
        <OtherAmounts words={words} initial={{ currency }} label={words.amount} />
      </div>
      <FormRadioField name="duration" label={words.duration} options={words.durations} defaultValue="once" />
      <div className="hidden group-has-[[value=repeating]:checked]/coupon:grid">
        <FormTextField
          name="months"
          label={words.months}
          attributes={{ inputMode: "numeric", autoComplete: "off" }}
        />
      </div>
    </div>
  );
}
