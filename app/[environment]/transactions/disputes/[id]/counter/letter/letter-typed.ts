import { z } from "zod";
import { unfilledPlaceholders } from "#lib/disputes/letters/placeholders";
import { textFields } from "#lib/disputes/types";
import { evidenceText } from "../evidence/evidence-typed";

/** A draft may lack facts; what is sent may not. */
export const letterTyped = z
  .strictObject({
    dispute: z.string(),
    then: z.enum(["draft", "submit"]),
    acknowledged: z.literal("on").optional(),
    uncategorized_text: evidenceText(textFields.uncategorized_text),
  })
  .refine(
    ({ then, uncategorized_text: text }) => then === "draft" || unfilledPlaceholders(text).length === 0,
    { path: ["uncategorized_text"], message: "placeholder_left" },
  );
