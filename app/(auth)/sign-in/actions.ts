"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { signInWithPasskey } from "#lib/auth/finish-sign-in";
import { assertionAnswer } from "#lib/auth/passkeys/answers";
import { keepSignedIn } from "../../_server/keep-signed-in";
import { localPath } from "../../_server/local-path";
import { openAction } from "../../_server/open-action";
import { originOf } from "../../_server/request-facts";

const sent = z.strictObject({ next: z.string(), response: assertionAnswer });

export const usePasskey = openAction(sent, async ({ next, response }) => {
  await keepSignedIn(await signInWithPasskey(response, originOf(await headers())));
  redirect(localPath(next));
});
