"use server";

import { z } from "zod";
import { retryMail } from "#lib/mail/retry-mail";
import { paths } from "#lib/paths";
import { formAction } from "../../_server/form-action";

export const retry = formAction(z.strictObject({ id: z.string() }), retryMail, {
  next: (viewer, id) => paths.mail(viewer, id),
});
