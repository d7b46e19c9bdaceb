import { z } from "zod";

export const keysForm = z.strictObject({ keys: z.enum(["on", "off"]) });
