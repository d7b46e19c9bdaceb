import type { FormError } from "../_ui/form";

/** What a form knows of its last sending. */
export interface FormState {
  /** The one-time key of the next sending; none before the first. */
  key: string | null;
  /** What was typed, given back. Never a password. */
  values: Record<string, string[]>;
  /** What is wrong, by field. */
  errors: FormError[];
  /** Said above the form: how many things are wrong, or why nothing could be done. */
  problem: string | null;
  /** It went through and the page stays; `shown` is what only this answer tells. */
  done: { shown: Record<string, string> } | null;
}

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

/** A form that was not sent yet. */
export const untouched: FormState = { key: null, values: {}, errors: [], problem: null, done: null };
