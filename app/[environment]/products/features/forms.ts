import { z } from "zod";

export const attachForm = z.strictObject({ product: z.string(), feature: z.string().min(1, "required") });
export const detachForm = z.strictObject({ product: z.string(), id: z.string() });
