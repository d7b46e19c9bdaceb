import { z } from "zod";
import { textFields } from "#lib/disputes/types";
import { evidenceText } from "../evidence/evidence-typed";

export const letterTyped = z.strictObject({
  dispute: z.string(),
  then: z.enum(["draft", "submit"]),
  acknowledged: z.literal("on").optional(),
  uncategorized_text: evidenceText(textFields.uncategorized_text),
});
