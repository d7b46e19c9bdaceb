import { z } from "zod";

export const copyForm = z.strictObject({ id: z.string(), environment: z.string().min(1, "required") });
