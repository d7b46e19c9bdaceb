import { type FormAction, untouched } from "../_forms/form-state";
import { newFormKey } from "./form-key";
import { valuesOf, withoutSecrets } from "../_forms/typed-values";

/**
 * An action of a form some of whose buttons, all called `do`, only change what it asks: one row more, one less.
 * `rearrange` says how the form looks after such a button; null for a button that is none. Nothing is carried out.
 */
export function rearranging(
  action: FormAction,
  rearrange: (typed: Record<string, string>, button: string) => Readonly<Record<string, string>> | null,
): FormAction {
  return async (state, data) => {
    const button = data.get("do");
    data.delete("do");
    if (typeof button !== "string") return action(state, data);
    const sent = valuesOf(data);
    const typed = Object.fromEntries(Object.entries(sent).map(([name, all]) => [name, all[0] ?? ""]));
    const again = rearrange(typed, button);
    if (!again) return action(state, data);
    const values = Object.fromEntries(Object.entries(again).map(([name, value]) => [name, [value]]));
    return { ...untouched, key: newFormKey(), values: withoutSecrets(values) };
  };
}
