import { z } from "zod";
import { tileNames } from "#lib/home/overview-tiles";

export const tilesForm = z.strictObject({
  tiles: z
    .string()
    .transform((text) => text.split(" ").filter(Boolean))
    .pipe(z.array(z.enum(tileNames))),
});
