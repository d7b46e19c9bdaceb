"use client";

import { createContext, type ReactNode, useContext } from "react";

import { useFormField } from "../../../_forms/action-form";
import { FormTextField } from "../../../_forms/fields";
import type { Typed } from "../_parts/read-typed";
import type { PriceFormWords } from "./words";

type PriceForm = {
  words: PriceFormWords;
  initial: Typed;
  /** Currencies that the price has already: they stay. */
  kept?: readonly string[];
};

const Context = createContext<PriceForm | null>(null);

type PriceFormProps = PriceForm & { children: ReactNode };

/** What the fields of a price inside it say, and what they begin with. */
export function PriceFormContext({ children, ...form }: PriceFormProps) {
  return <Context value={form}>{children}</Context>;
}

export function usePriceForm() {
  const form = useContext(Context);
  if (!form) throw new Error("A field of a price stands outside its form");
  return form;
}

/** What a field of the price's form holds now, as far as the server was told. */
export function useTypedField(name: string): string {
  const { initial } = usePriceForm();
  return useFormField(name, initial[name]).value ?? "";
}

type TypedFieldProps = {
  name: string;
  label: string;
  hint?: string;
  note?: string;
  inputMode?: "decimal" | "numeric";
};

/** One line of the price's form. */
export function TypedField({ name, inputMode, ...facts }: TypedFieldProps) {
  const { initial } = usePriceForm();
  return (
    <FormTextField
      {...facts}
      name={name}
      attributes={{ defaultValue: initial[name], inputMode, autoComplete: "off" }}
    />
  );
}

/** What is shown only while a model, or a timing, is chosen: by the page's own styles, without scripts. */
export const shownFor = {
  flat: "hidden group-has-[[value=flat]:checked]/price:grid",
  package: "hidden group-has-[[value=package]:checked]/price:grid",
  custom: "hidden group-has-[[value=custom]:checked]/price:grid",
  unit: "hidden group-has-[[value=flat]:checked]/price:grid group-has-[[value=package]:checked]/price:grid",
  tiers:
    "hidden group-has-[[value=graduated]:checked]/price:grid group-has-[[value=volume]:checked]/price:grid",
  timing: "grid group-has-[[value=custom]:checked]/price:hidden",
  recurring: "hidden group-has-[[value=recurring]:checked]/price:grid",
};
