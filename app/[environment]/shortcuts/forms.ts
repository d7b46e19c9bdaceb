import { z } from "zod";
import { placeNames } from "#lib/pages/destinations";

export const pinnedForm = z.strictObject({
  pages: z
    .string()
    .transform((text) => text.split(" ").filter(Boolean))
    .pipe(z.array(z.enum(placeNames)).max(20, "too_long")),
});
