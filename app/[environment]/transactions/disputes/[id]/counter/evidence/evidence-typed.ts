import { z } from "zod";
import { textFields, type TextField } from "#lib/disputes/types";

/** A text of the evidence as it is typed. `most`: characters. */
export const evidenceText = (most: number) =>
  z
    .string()
    .transform((typed) => typed.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().max(most, "too_long"));

const texts = Object.fromEntries(
  Object.entries(textFields).map(([field, most]) => [field, evidenceText(most).optional()]),
) as Record<TextField, z.ZodOptional<ReturnType<typeof evidenceText>>>;

/** A draft may be empty. */
export const evidenceTyped = z.strictObject({ dispute: z.string(), ...texts });
