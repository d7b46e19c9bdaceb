import { z } from "zod";
import { fromParts, toParts } from "#lib/decimal";
import { textFor } from "./params.ts";

/** A decimal number as the shortest exact text. `places`: how many decimals it may have. */
export function decimal({ min = 0, max, places = 12 }: { min?: number; max: number; places?: number }) {
  return textFor("decimal").transform((value, context) => {
    const wrong = wrongWith(value, min, max, places);
    if (!wrong) return fromParts(toParts(value));
    context.addIssue({
      code: "custom",
      message: wrong,
      params: { code: "parameter_invalid_decimal" },
      input: value,
    });
    return z.NEVER;
  });
}

function wrongWith(value: string, min: number, max: number, places: number): string | null {
  if (!/^[+-]?(\d{1,16}(\.\d*)?|\.\d+)$/.test(value)) return `Invalid decimal: ${value.slice(0, 40)}`;
  const decimals = value.split(".")[1] ?? "";
  if (decimals.length > places) {
    return `Invalid decimal: ${value.slice(0, 40)}; must have at most ${places} decimal places.`;
  }
  if (Number(value) < min) return `This value must be greater than or equal to ${min}.`;
  if (Number(value) > max) return `This value must be less than or equal to ${max}.`;
  return null;
}
