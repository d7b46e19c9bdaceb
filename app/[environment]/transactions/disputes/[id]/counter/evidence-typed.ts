import { z } from "zod";
import { textFields, type TextField } from "#lib/disputes/types";

const text = (most: number) =>
  z
    .string()
    .transform((typed) => typed.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().max(most, "too_long"))
    .optional();

const texts = Object.fromEntries(
  Object.entries(textFields).map(([field, most]) => [field, text(most)]),
) as Record<TextField, ReturnType<typeof text>>;

/** A draft may be empty; what is sent says something. */
export const evidenceTyped = z
  .strictObject({
    dispute: z.string(),
    then: z.enum(["draft", "submit"]),
    acknowledged: z.literal("on").optional(),
    ...texts,
  })
  .refine(
    ({ dispute: _id, then, acknowledged: _fee, ...written }) => then === "draft" || saysAnything(written),
    {
      path: ["uncategorized_text"],
      message: "required",
    },
  );

function saysAnything(written: Record<string, string | undefined>): boolean {
  return Object.values(written).some(Boolean);
}
