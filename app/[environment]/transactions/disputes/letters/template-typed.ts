import { z } from "zod";
import { textFields } from "#lib/disputes/types";

export const mostName = 100;
/** A letter as long as banks read. */
export const mostBody = textFields.uncategorized_text;

export const templateTyped = z.strictObject({
  id: z.string().transform((typed) => typed || null),
  name: z.string().trim().min(1, "required").max(mostName, "too_long"),
  reason: z.string().transform((typed) => typed || null),
  body: z
    .string()
    .transform((typed) => typed.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().min(1, "required").max(mostBody, "too_long")),
});
