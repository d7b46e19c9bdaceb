import en from "../../lib/messages/en/problem.json";
import fr from "../../lib/messages/fr/problem.json";
import type { FormAction } from "./form-state";
import { untouched } from "./form-state";
import { valuesOf, withoutSecrets } from "./typed-values";

// messages: problem.*

/**
 * Sends a form so that it stands as it was typed where no answer comes. Its key stays too: if only the answer was lost,
 * sending it again leads to what came of it the first time.
 */
export function keepingTyped(action: FormAction): FormAction {
  return async (state, data) => {
    try {
      return await action(state, data);
    } catch (error) {
      // What a browser throws of a connection; Next says by other errors that it leads elsewhere.
      if (!(error instanceof TypeError)) throw error;
      const key = data.get("one_time_key");
      const { unanswered } = document.documentElement.lang === "fr" ? fr : en;
      return {
        ...untouched,
        key: typeof key === "string" ? key : state.key,
        values: withoutSecrets(valuesOf(data)),
        problem: unanswered,
      };
    }
  };
}
