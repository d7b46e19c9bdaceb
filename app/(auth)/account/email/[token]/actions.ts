"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { confirmEmail } from "#lib/people/confirm-email";
import { signInAfter } from "../../../../_server/local-path";
import { openAction } from "../../../../_server/open-action";
import { originOf } from "../../../../_server/request-facts";

export const takeNewEmail = openAction(z.strictObject({ token: z.string() }), async ({ token }) => {
  await confirmEmail(token, originOf(await headers()));
  redirect(signInAfter("email"));
});
