"use client";

import type { ComponentProps } from "react";

import * as choice from "../_ui/choice-field";
import { describedControl, Field, type FieldFacts } from "../_ui/field";
import * as text from "../_ui/text-field";
import { useFormField } from "./action-form";
import { useTypedEarly } from "./use-typed-early";

/* The design system's fields inside an `ActionForm`: each shows what was typed into it and what is wrong with it. */

export function FormTextField({ attributes, ...facts }: ComponentProps<typeof text.TextField>) {
  const { value, error } = useFormField(facts.name, textOf(attributes?.defaultValue));
  return <text.TextField {...facts} error={error} attributes={{ ...attributes, defaultValue: value }} />;
}

export function FormTextArea({ attributes, ...facts }: ComponentProps<typeof text.TextArea>) {
  useTypedEarly(facts.id ?? facts.name);
  const { value, error } = useFormField(facts.name, textOf(attributes?.defaultValue));
  return <text.TextArea {...facts} error={error} attributes={{ ...attributes, defaultValue: value }} />;
}

export function FormMoneyField({ attributes, ...facts }: ComponentProps<typeof text.MoneyField>) {
  const { value, error } = useFormField(facts.name, textOf(attributes?.defaultValue));
  return <text.MoneyField {...facts} error={error} attributes={{ ...attributes, defaultValue: value }} />;
}

export function FormSelectField({ defaultValue, ...facts }: ComponentProps<typeof choice.SelectField>) {
  const { value, error, key } = useFormField(facts.name, defaultValue);
  // React does not apply a new default to a select that stands already.
  return <choice.SelectField key={key} {...facts} error={error} defaultValue={value} />;
}

export function FormRadioField({ defaultValue, ...facts }: ComponentProps<typeof choice.RadioField>) {
  const { value, error, key } = useFormField(facts.name, defaultValue);
  return <choice.RadioField key={key} {...facts} error={error} defaultValue={value} />;
}

export function FormCheckboxesField({
  defaultValues,
  ...facts
}: ComponentProps<typeof choice.CheckboxesField>) {
  const { typed, isSent, error, key } = useFormField(facts.name);
  // A browser sends nothing of a box that was unticked.
  const ticked = typed ?? (isSent ? [] : defaultValues);
  return <choice.CheckboxesField key={key} {...facts} error={error} defaultValues={ticked} />;
}

/** A file of the person's own; it is not given back. */
export function FormFileField({ accept, ...facts }: FieldFacts & { accept: string }) {
  const { error } = useFormField(facts.name);
  return (
    <Field {...facts} error={error}>
      <input className="ui-input" type="file" accept={accept} {...describedControl({ ...facts, error })} />
    </Field>
  );
}

function textOf(value: string | number | readonly string[] | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
