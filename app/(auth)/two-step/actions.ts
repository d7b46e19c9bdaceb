"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { enrolWithPasskey } from "#lib/auth/enrol-with-passkey";
import { finishSignIn, finishWithPasskey } from "#lib/auth/finish-sign-in";
import { assertionAnswer, registrationAnswer } from "#lib/auth/passkeys/answers";
import { keepSignedIn } from "../../_server/keep-signed-in";
import { localPath, signInPath } from "../../_server/local-path";
import { openAction } from "../../_server/open-action";
import { originOf } from "../../_server/request-facts";
import { waitingForCode } from "../../_server/waiting";

const typed = z.strictObject({
  next: z.string(),
  code: z.string().trim().min(1, "required").max(40, "too_long"),
});

const sent = z.strictObject({ next: z.string(), response: assertionAnswer });

export const usePasskey = openAction(sent, async ({ next, response }) => {
  const waiting = await waitingForCode();
  if (!waiting) redirect(signInPath(localPath(next)));
  const { session, person } = waiting;
  const origin = originOf(await headers());
  await keepSignedIn(
    await finishWithPasskey({ sessionId: session.id, personId: person.id, response, ...origin }),
  );
  redirect(localPath(next));
});

const made = z.strictObject({ next: z.string(), response: registrationAnswer });

export const enrolPasskey = openAction(made, async ({ next, response }) => {
  const waiting = await waitingForCode();
  if (!waiting) redirect(signInPath(localPath(next)));
  const { session, person } = waiting;
  const origin = originOf(await headers());
  await keepSignedIn(
    await enrolWithPasskey({ sessionId: session.id, personId: person.id, response, ...origin }),
  );
  redirect(localPath(next));
});

export const giveCode = openAction(typed, async ({ next, code }) => {
  const waiting = await waitingForCode();
  if (!waiting) redirect(signInPath(localPath(next)));
  const { session, person } = waiting;
  const origin = originOf(await headers());
  await keepSignedIn(await finishSignIn({ sessionId: session.id, personId: person.id, code, ...origin }));
  redirect(localPath(next));
});
