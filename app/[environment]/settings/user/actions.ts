"use server";

import { z } from "zod";
import { changePassword, passwordChange } from "#lib/people/change-password";
import { endOtherSessions, endSession } from "#lib/people/end-session";
import { profile, updateProfile } from "#lib/people/profile";
import { formAction, operationFormAction } from "../../../_server/form-action";
import { requireSignedIn } from "../../../_server/signed-in";

export const saveProfile = formAction(profile, updateProfile);

/** Hashing takes longer than a transaction may: this command opens its own. */
export const savePassword = operationFormAction(passwordChange, async (viewer, input) => {
  const { session } = await requireSignedIn();
  return changePassword(viewer, { ...input, sessionId: session.id });
});

export const endOne = formAction(z.strictObject({ sessionId: z.string() }), (viewer, { sessionId }) =>
  endSession(viewer, sessionId),
);

export const endOthers = formAction(z.strictObject({ keptId: z.string() }), (viewer, { keptId }) =>
  endOtherSessions(viewer, keptId),
);
