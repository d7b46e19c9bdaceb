import { z } from "zod";

/** The picture itself is taken from the form before. */
export const imageForm = z.strictObject({ id: z.string(), file: z.string() });
