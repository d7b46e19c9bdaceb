"use client";

import { createContext, type FormEvent, type ReactNode, useContext, useState } from "react";

const Context = createContext<string | null>(null);

/** Watches the amount that is typed into the form inside it. */
export function TypedAmount({ children }: { children: ReactNode }) {
  const [typed, setTyped] = useState<string | null>(null);
  const watch = ({ target }: FormEvent) => {
    if (target instanceof HTMLInputElement && target.name === "amount") setTyped(target.value);
  };
  return (
    <Context value={typed}>
      <div onInput={watch}>{children}</div>
    </Context>
  );
}

/** What is typed at this moment; null before anything was. */
export function useTyped(): string | null {
  return useContext(Context);
}
