import { FormTextField } from "../../../../_forms/fields";

/** A code of the app, or a backup code. */
export function CodeField({ id, label, hint }: { id?: string; label: string; hint?: string }) {
  return (
    <FormTextField
      name="code"
      id={id}
      label={label}
      hint={hint}
      attributes={{ required: true, autoComplete: "one-time-code", maxLength: 40 }}
    />
  );
}
