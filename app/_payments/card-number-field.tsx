"use client";

import { type FormEvent, useState } from "react";

import { useFormField } from "../_forms/action-form";
import { FormTextField } from "../_forms/fields";
import { brandOfNumber, grouped } from "./card-brand";

type CardNumberFieldProps = { label: string; hint?: string };

/** Where a card number is typed: with scripts it is grouped, and its brand told, as one types. */
export function CardNumberField(props: CardNumberFieldProps) {
  // After an answer the number is gone, and so is what it began like.
  const { key } = useFormField("card_number");
  return <WatchedNumber key={key} {...props} />;
}

function WatchedNumber({ label, hint }: CardNumberFieldProps) {
  const [brand, setBrand] = useState<string | null>(null);

  function watch({ target }: FormEvent) {
    if (!(target instanceof HTMLInputElement)) return;
    setBrand(brandOfNumber(target.value));
    const atEnd = target.selectionStart === target.value.length;
    if (atEnd && /^[\d\s-]*$/.test(target.value)) target.value = grouped(target.value);
  }

  return (
    <div onInput={watch}>
      <FormTextField
        name="card_number"
        label={label}
        note={brand ?? undefined}
        hint={hint}
        attributes={{ inputMode: "numeric", autoComplete: "off", spellCheck: false, maxLength: 30 }}
      />
    </div>
  );
}
