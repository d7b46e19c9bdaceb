import type { z } from "zod";
import { isDomainError } from "#lib/errors";
import type { FormAction } from "../_forms/form-state";
import { valuesOf } from "../_forms/typed-values";
import { requestLocale } from "../_ui/request-preferences";
import { stateOfError, stateOfIssues, stateOfSuccess } from "./form-answer";
import { formInput } from "./form-values";

/**
 * A server action of a page outside the dashboard, where there is no viewer yet. What it does happens once by itself:
 * its command refuses a second time. `redirect` inside it leads on; without it the page stays and says it is done.
 */
export function openAction<Schema extends z.ZodType>(
  schema: Schema,
  command: (input: z.output<Schema>) => Promise<void>,
): FormAction {
  return async (_state, data) => {
    const locale = await requestLocale();
    const values = valuesOf(data);
    const input = schema.safeParse(formInput(values));
    if (!input.success) return stateOfIssues({ locale }, values, input.error);
    try {
      await command(input.data);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      return stateOfError({ locale }, values, error.facts, error.message);
    }
    return stateOfSuccess({});
  };
}
