"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { chosenPassword } from "#lib/people/change-password";
import { resetPassword } from "#lib/people/reset-password";
import { signInAfter } from "../../../_server/local-path";
import { openAction } from "../../../_server/open-action";
import { originOf } from "../../../_server/request-facts";

const typed = z.strictObject({ token: z.string(), password: chosenPassword });

export const choosePassword = openAction(typed, async ({ token, password }) => {
  await resetPassword(token, password, originOf(await headers()));
  redirect(signInAfter("password"));
});
