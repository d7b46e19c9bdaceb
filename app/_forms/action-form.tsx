"use client";

import { createContext, type ReactNode, useActionState, useContext, useMemo } from "react";

import { FormErrors, OneTimeKey } from "../_ui/form";
import { Notice } from "../_ui/notice";
import { useScripts } from "../_ui/use-scripts";
import { type FormAction, type FormState, untouched } from "./form-state";
import { keepingTyped } from "./keeping-typed";

const Context = createContext<FormState>(untouched);

type ActionFormProps = {
  action: FormAction;
  /** Made by the page at each rendering: `newFormKey()`. */
  formKey: string;
  /** Said when it went through and the page stays. */
  done?: string;
  /** Its name among the page's landmarks, which no other form of the page has. */
  label?: string;
  /** What it is about, where each of a list has such a form: two of them may well be called the same. */
  about?: string;
  /** For fields of it that stand elsewhere on the page. */
  id?: string;
  /** What its fields are called, by name: the errors above the form say which one they mean. */
  labels?: Record<string, string>;
  children: ReactNode;
};

/** A form that gives back what was typed, with errors beside the fields; complete without scripts. */
export function ActionForm({
  action,
  formKey,
  done,
  label,
  about,
  id,
  labels = {},
  children,
}: ActionFormProps) {
  const isAwake = useScripts();
  // Until scripts run, the form knows the server's own action alone, which needs none.
  const sending = useMemo(() => (isAwake ? keepingTyped(action) : action), [isAwake, action]);
  const [state, send] = useActionState(sending, untouched);
  return (
    <Context value={state}>
      <form className="ui-form" id={id} action={send} aria-label={label} noValidate>
        <FormErrors
          title={state.problem ?? ""}
          errors={state.errors.map((error) => ({ ...error, label: labels[error.field] }))}
        />
        {state.problem && state.errors.length === 0 && <Notice tone="hurt" title={state.problem} />}
        {state.done && done && <Notice tone="good" title={done} />}
        <OneTimeKey value={state.key ?? formKey} />
        {about ? (
          <div className="contents" role="group" aria-label={about}>
            {children}
          </div>
        ) : (
          children
        )}
      </form>
    </Context>
  );
}

/** What a field of the form around it shows: the value typed before, else `fallback`; and its error. */
export function useFormField(name: string, fallback?: string) {
  const { values, errors, done, key } = useContext(Context);
  const error = errors.find(({ field }) => field === name)?.message;
  const typed = done ? undefined : values[name];
  const isSent = !done && Object.keys(values).length > 0;
  return { error, typed, isSent, value: typed?.[0] ?? fallback, key };
}

/** What only the answer that made it tells: empty when it was sent again, null before. */
export function useShown(): Record<string, string> | null {
  return useContext(Context).done?.shown ?? null;
}

/** The part of a form that has nothing more to ask once it went through. */
export function UntilDone({ children }: { children: ReactNode }) {
  return useShown() ? null : children;
}
