import type { ReactNode } from "react";

import { Icon } from "./icon";

/** What every field has: `error` and `hint` are read out with it. */
export type FieldFacts = {
  name: string;
  label: string;
  /** Said small after the label: "optional". */
  note?: string;
  hint?: ReactNode;
  error?: string | null;
  /** Default: the name. */
  id?: string;
};

type FieldProps = FieldFacts & { children: ReactNode };

/** The frame of a field: its label above, hint and error below. */
export function Field({ children, ...facts }: FieldProps) {
  const id = facts.id ?? facts.name;
  return (
    <div className="ui-field">
      <label className="ui-label" htmlFor={id}>
        {facts.label} {facts.note && <small>({facts.note})</small>}
      </label>
      {children}
      <FieldNotes {...facts} />
    </div>
  );
}

/** The hint and the error of a field. */
export function FieldNotes({ hint, error, ...facts }: FieldFacts) {
  const id = facts.id ?? facts.name;
  return (
    <>
      {hint && (
        <p className="ui-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="ui-error" id={`${id}-error`}>
          <Icon name="circle-exclamation-point" />
          {error}
        </p>
      )}
    </>
  );
}

/** The attributes that tie a control to its label, hint and error. */
export function describedControl({ name, hint, error, ...facts }: FieldFacts) {
  const id = facts.id ?? name;
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return {
    id,
    name,
    "aria-describedby": notes || undefined,
    "aria-invalid": error ? true : undefined,
  };
}
