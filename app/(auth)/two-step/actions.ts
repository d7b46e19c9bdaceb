"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { finishSignIn } from "#lib/auth/finish-sign-in";
import { keepSignedIn } from "../../_server/keep-signed-in";
import { localPath, signInPath } from "../../_server/local-path";
import { openAction } from "../../_server/open-action";
import { originOf } from "../../_server/request-facts";
import { waitingForCode } from "../../_server/waiting";

const typed = z.strictObject({
  next: z.string(),
  code: z.string().trim().min(1, "required").max(40, "too_long"),
});

export const giveCode = openAction(typed, async ({ next, code }) => {
  const waiting = await waitingForCode();
  if (!waiting) redirect(signInPath(localPath(next)));
  const { session, person } = waiting;
  const origin = originOf(await headers());
  await keepSignedIn(await finishSignIn({ sessionId: session.id, personId: person.id, code, ...origin }));
  redirect(localPath(next));
});
