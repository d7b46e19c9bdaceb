import type { InputHTMLAttributes, TextareaHTMLAttributes } from "react";

import { describedControl, Field, type FieldFacts } from "./field";

type InputAttributes = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | "type"
  | "defaultValue"
  | "placeholder"
  | "required"
  | "autoComplete"
  | "autoFocus"
  | "inputMode"
  | "maxLength"
  | "minLength"
  | "min"
  | "max"
  | "disabled"
  | "spellCheck"
>;

/** One line of text, an email, a password, a date. */
export function TextField({ attributes, ...facts }: FieldFacts & { attributes?: InputAttributes }) {
  return (
    <Field {...facts}>
      <input className="ui-input" {...describedControl(facts)} {...attributes} />
    </Field>
  );
}

type AreaAttributes = Pick<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  "defaultValue" | "placeholder" | "required" | "maxLength" | "rows"
>;

/** Several lines of text. */
export function TextArea({ attributes, ...facts }: FieldFacts & { attributes?: AreaAttributes }) {
  return (
    <Field {...facts}>
      <textarea className="ui-input" {...describedControl(facts)} {...attributes} />
    </Field>
  );
}

/** An amount typed in major units; `currency` stands beside it. Read it with `parseDecimal`. */
export function MoneyField({
  attributes,
  currency,
  ...facts
}: FieldFacts & { currency: string; attributes?: InputAttributes }) {
  return (
    <Field {...facts}>
      <span className="ui-money-input">
        <input
          className="ui-input"
          inputMode="decimal"
          autoComplete="off"
          {...describedControl(facts)}
          {...attributes}
        />
        <small>{currency.toUpperCase()}</small>
      </span>
    </Field>
  );
}
