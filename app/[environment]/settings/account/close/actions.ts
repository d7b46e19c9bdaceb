"use server";

import { z } from "zod";
import { closeAccount } from "#lib/accounts/close-account";
import { formAction } from "../../../../_server/form-action";

const typed = z.strictObject({ name: z.string().min(1, "required").max(100, "too_long") });

export const close = formAction(typed, closeAccount, { next: () => "/" });
