import { isDomainError, revive } from "#lib/errors";

/** How a form speaks of what the core refuses. */
export interface FormWords {
  /** What it calls the core's parameters, where it calls them otherwise. */
  fields?: Record<string, string>;
  /** The code of the sentence to say beside a field, where the core's own means something else, or there is none. */
  codeOf?(code: string | undefined, field: string | undefined): string | undefined;
}

/** Does something; what the core refuses is said in a form's words, of its own fields. */
export async function inWordsOf<Result>(
  { fields = {}, codeOf = (code) => code }: FormWords,
  act: () => Promise<Result>,
): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const { param, code } = error.facts;
    const field = param && (fields[param] ?? param);
    throw revive({ ...error.facts, param: field, code: codeOf(code, field) }, error.message);
  }
}
