import { z } from "zod";

/** `file`: its name; `text`: what was checked before, where no other file was chosen since. */
export const importForm = z.strictObject({
  file: z.string(),
  text: z.string(),
  act: z.enum(["check", "import"]),
});
