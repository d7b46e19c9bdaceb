import type { ReactNode } from "react";

import { Notice } from "./notice";

/** `label`: what the field is called, where the message alone does not say which one is meant. */
export type FormError = { field: string; message: string; label?: string };

/** What kept a form from going through: a sentence, and a link to each field. Nothing when all is well. */
export function FormErrors({ title, errors }: { title: string; errors: FormError[] }) {
  if (errors.length === 0) return null;
  return (
    <Notice tone="hurt" title={title}>
      <ul>
        {errors.map(({ field, message, label }) => (
          <li key={field}>
            <a href={`#${field}`}>
              {label !== undefined && <strong>{label} · </strong>}
              {message}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The buttons under a form, the main one first. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="ui-form-actions">{children}</div>;
}

/** The key that makes a form count once, however often it is sent. Made anew each time a page is rendered. */
export function OneTimeKey({ value }: { value: string }) {
  return <input type="hidden" name="one_time_key" value={value} />;
}
