import { z } from "zod";

/** What was sent: every value by name, in order. Files, React's own fields and the one-time key are left out. */
export function valuesOf(data: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of data) {
    if (name.startsWith("$ACTION") || name === "one_time_key" || typeof value !== "string") continue;
    (values[name] ??= []).push(value);
  }
  return values;
}

/** As a schema takes it: one value as a text, several as a list; see `several`. */
export function formInput(values: Record<string, string[]>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, all]) => [name, all.length > 1 ? all : all[0]]),
  );
}

/** What may be given back to the browser: neither a password nor what would let somebody pay with a card. */
export function withoutSecrets(values: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !/password|^card(_|number|cvc)/i.test(name)),
  );
}

/** Any number of choices under one name, also none or one. */
export function several<T extends z.ZodType>(item: T) {
  return z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(item));
}
