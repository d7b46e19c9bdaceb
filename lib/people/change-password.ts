import { eq } from "drizzle-orm";
import { z } from "zod";
import { people } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { viewerOrigin, revokeOtherSessions } from "#lib/auth/sessions";
import { tellOfChange } from "#lib/auth/tell-of-change";
import { admitSignIn, forgiveSignIn } from "#lib/auth/throttle";
import type { Viewer } from "#lib/auth/viewer";
import { invalid, tooManyRequests } from "#lib/errors";
import { knownOf } from "./members.ts";
import { ownPerson } from "./own-person.ts";
import { assertGoodPassword, hashPassword, isPassword, passwordProblem } from "./password.ts";

/** A password being chosen; messages are codes of the `errors` catalogue. */
export const chosenPassword = z.string().superRefine((password, context) => {
  const problem = passwordProblem(password);
  if (problem) context.addIssue({ code: "custom", message: problem });
});

export const passwordChange = z.strictObject({
  currentPassword: z.string().min(1, "required"),
  newPassword: chosenPassword,
});

type PasswordChange = z.infer<typeof passwordChange> & {
  /** The session that stays open; every other one ends. */
  sessionId: string;
};

/** Gives the viewer a new password. The present one is asked, and guesses at it are counted like sign-ins. */
export async function changePassword(viewer: Viewer, input: PasswordChange): Promise<void> {
  const person = await ownPerson(viewer);
  if ((await admitSignIn(person.email, null)) !== null) {
    throw tooManyRequests(
      "Too many wrong passwords. Wait a quarter of an hour and try again.",
      "password_throttled",
    );
  }
  if (!(await isPassword(input.currentPassword, person.passwordHash))) {
    throw invalid("This is not your present password.", { code: "password_wrong", param: "currentPassword" });
  }
  await assertGoodPassword(input.newPassword, await knownOf(person), "newPassword");
  const passwordHash = await hashPassword(input.newPassword);
  await transaction(viewer, async (tx) => {
    await tx.db.update(people).set({ passwordHash }).where(eq(people.id, person.id));
    await forgiveSignIn(tx.db, person.email, null);
    await revokeOtherSessions(tx.db, person.id, input.sessionId);
    await audit(tx, "password.changed", { subject: person.id });
    await tellOfChange(person, "password_changed", viewerOrigin(viewer));
  });
}
