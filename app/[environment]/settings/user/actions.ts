"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { changePassword, passwordChange } from "#lib/people/change-password";
import { endOtherSessions, endSession } from "#lib/people/end-session";
import { profile, updateProfile } from "#lib/people/profile";
import type { FormAction } from "../../../_forms/form-state";
import { formAction, operationFormAction } from "../../../_server/form-action";
import { guarded } from "../../../_server/session-cookie";
import { requireSignedIn } from "../../../_server/signed-in";

/** The page that says it is saved says so in the language that was chosen. */
export const saveProfile: FormAction = async (before, data) => {
  const after = await saved(before, data);
  if (after.done) await keepLanguage(data.get("locale"));
  return after;
};

const saved = formAction(profile, updateProfile);

async function keepLanguage(chosen: FormDataEntryValue | null): Promise<void> {
  const kept = await cookies();
  if (typeof chosen === "string" && chosen !== "") kept.set("locale", chosen, guarded());
  else kept.delete("locale");
}

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
