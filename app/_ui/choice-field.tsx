import type { ReactNode } from "react";

import { describedControl, Field, type FieldFacts, FieldNotes } from "./field";

export type Option = { value: string; label: string; hint?: ReactNode; disabled?: boolean };

type SelectFieldProps = FieldFacts & {
  options: Option[];
  defaultValue?: string;
  /** Shown first, for choosing nothing. */
  placeholder?: string;
  required?: boolean;
};

/** One of many. */
export function SelectField({ options, defaultValue, placeholder, required, ...facts }: SelectFieldProps) {
  return (
    <Field {...facts}>
      <select
        className="ui-input"
        {...describedControl(facts)}
        defaultValue={defaultValue}
        required={required}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}

type CheckboxFieldProps = FieldFacts & { value?: string; defaultChecked?: boolean };

/** Yes or no. */
export function CheckboxField({ value = "on", defaultChecked, ...facts }: CheckboxFieldProps) {
  const control = describedControl(facts);
  return (
    <div className="ui-choice">
      <input type="checkbox" value={value} defaultChecked={defaultChecked} {...control} />
      <label htmlFor={control.id}>{facts.label}</label>
      <FieldNotes {...facts} />
    </div>
  );
}

type ChoicesProps = FieldFacts & { options: Option[] };

/** One of a few, all in view. */
export function RadioField({ options, defaultValue, ...facts }: ChoicesProps & { defaultValue?: string }) {
  return (
    <Choices {...facts}>
      {options.map((option) => (
        <Choice
          key={option.value}
          type="radio"
          facts={facts}
          option={option}
          checked={option.value === defaultValue}
        />
      ))}
    </Choices>
  );
}

/** Any of a few, all in view; every checked one is sent under the same name. */
export function CheckboxesField({
  options,
  defaultValues,
  ...facts
}: ChoicesProps & { defaultValues?: string[] }) {
  return (
    <Choices {...facts}>
      {options.map((option) => (
        <Choice
          key={option.value}
          type="checkbox"
          facts={facts}
          option={option}
          checked={defaultValues?.includes(option.value) ?? false}
        />
      ))}
    </Choices>
  );
}

function Choices({ children, ...facts }: FieldFacts & { children: ReactNode }) {
  const { id, ...control } = describedControl(facts);
  return (
    <fieldset className="ui-field" id={id} aria-describedby={control["aria-describedby"]}>
      <legend className="ui-label">{facts.label}</legend>
      <div className="ui-choices">{children}</div>
      <FieldNotes {...facts} />
    </fieldset>
  );
}

type ChoiceProps = { type: "radio" | "checkbox"; facts: FieldFacts; option: Option; checked: boolean };

function Choice({ type, facts, option, checked }: ChoiceProps) {
  const id = `${facts.id ?? facts.name}-${option.value}`;
  return (
    <div className="ui-choice">
      <input
        type={type}
        id={id}
        name={facts.name}
        value={option.value}
        defaultChecked={checked}
        disabled={option.disabled}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id}>{option.label}</label>
      {option.hint && (
        <p className="ui-hint" id={`${id}-hint`}>
          {option.hint}
        </p>
      )}
    </div>
  );
}
