import { z } from "zod";

/** Without a search, all of them. */
export const forgetForm = z.strictObject({ search: z.string().optional() });
