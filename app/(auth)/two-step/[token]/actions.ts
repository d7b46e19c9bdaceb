"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { resetTwoStep } from "#lib/team/reset-two-step";
import { signInAfter } from "../../../_server/local-path";
import { openAction } from "../../../_server/open-action";
import { originOf } from "../../../_server/request-facts";

const typed = z.strictObject({ token: z.string(), password: z.string().min(1, "required") });

export const resetSecondStep = openAction(typed, async ({ token, password }) => {
  await resetTwoStep(token, password, originOf(await headers()));
  redirect(signInAfter("two_step"));
});
