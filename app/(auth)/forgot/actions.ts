"use server";

import { headers } from "next/headers";
import { after } from "next/server";
import { z } from "zod";
import { requestPasswordReset } from "#lib/people/reset-password";
import { openAction } from "../../_server/open-action";
import { originOf } from "../../_server/request-facts";

const typed = z.strictObject({
  email: z.string().trim().max(254, "too_long").pipe(z.email("email_invalid")),
});

/** The work is done after the answer, so that its time tells nothing. */
export const askForReset = openAction(typed, async ({ email }) => {
  const origin = originOf(await headers());
  after(() => requestPasswordReset(email, origin));
});
