"use server";

import { z } from "zod";
import { assertionAnswer } from "#lib/auth/passkeys/answers";
import { proveIdentity, proveWithPasskey } from "#lib/auth/proof";
import { operationFormAction } from "../../../../_server/form-action";
import { keepSignedIn } from "../../../../_server/keep-signed-in";
import { localPath } from "../../../../_server/local-path";
import { requireSignedIn } from "../../../../_server/signed-in";

const typed = z.strictObject({ next: z.string(), code: z.string().min(1, "required").max(300, "too_long") });

export const prove = operationFormAction(
  typed,
  async (viewer, { next, code }) => {
    const { session } = await requireSignedIn();
    await keepSignedIn(await proveIdentity(viewer, { sessionId: session.id, typed: code }));
    return next;
  },
  { next: (_viewer, next) => localPath(next) },
);

const sent = z.strictObject({ next: z.string(), response: assertionAnswer });

export const usePasskey = operationFormAction(
  sent,
  async (viewer, { next, response }) => {
    const { session } = await requireSignedIn();
    await keepSignedIn(await proveWithPasskey(viewer, { sessionId: session.id, response }));
    return next;
  },
  { next: (_viewer, next) => localPath(next) },
);
