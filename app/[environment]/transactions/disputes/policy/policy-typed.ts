import { z } from "zod";
import { textFields } from "#lib/disputes/types";

/** As long as a bank reads; policies are short. */
export const mostPolicy = 20_000;
export const mostDisclosure = Math.min(textFields.refund_policy_disclosure, 20_000);

const lines = (most: number) =>
  z
    .string()
    .transform((typed) => typed.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().max(most, "too_long"));

export const policyTyped = z.strictObject({ text: lines(mostPolicy), disclosure: lines(mostDisclosure) });
