import { z } from "zod";

/** As a schema takes it: one value as a text, several as a list; see `several`. */
export function formInput(values: Record<string, string[]>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, all]) => [name, all.length > 1 ? all : all[0]]),
  );
}

/** Any number of choices under one name, also none or one. */
export function several<T extends z.ZodType>(item: T) {
  return z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(item));
}
