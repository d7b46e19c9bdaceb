"use server";

import { z } from "zod";
import { registrationAnswer } from "#lib/auth/passkeys/answers";
import { addPasskey, passkeyName, removePasskey, renamePasskey } from "#lib/auth/passkeys/own-passkeys";
import { paths } from "#lib/paths";
import { formAction, operationFormAction } from "../../../../_server/form-action";

/** Checking the device's answer takes longer than a transaction may: this command opens its own. */
export const add = operationFormAction(
  z.strictObject({ name: passkeyName, response: registrationAnswer }),
  addPasskey,
  { next: (viewer) => paths.passkeys(viewer) },
);

export const rename = formAction(z.strictObject({ id: z.string(), name: passkeyName }), renamePasskey, {
  next: (viewer) => paths.passkeys(viewer),
});

export const remove = formAction(z.strictObject({ id: z.string() }), removePasskey, {
  next: (viewer) => paths.passkeys(viewer),
});
