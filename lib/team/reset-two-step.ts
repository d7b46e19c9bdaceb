import { transaction, globalTransaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { makeLinkToken, findLink, takeLink } from "#lib/auth/link-tokens";
import { authorize } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import { removeSecondFactor, secondFactorSince } from "#lib/auth/second-factor";
import { type Origin, revokeAllSessions } from "#lib/auth/sessions";
import { auditEverywhere } from "#lib/auth/sign-in";
import { tellOfChange } from "#lib/auth/tell-of-change";
import { admitSignIn, forgiveSignIn } from "#lib/auth/throttle";
import type { Viewer } from "#lib/auth/viewer";
import { conflict, invalid, tooManyRequests } from "#lib/errors";
import { translator } from "#lib/i18n/translator";
import { isPassword } from "#lib/people/password";
import { personById } from "#lib/people/people";
import { writeToPerson } from "#lib/people/write-to-person";
import { changeableMember } from "./protected-members.ts";

/** Writes a member who lost their device a link that turns their second step off. Needs members:write. */
export function sendTwoStepReset(viewer: Viewer, { personId }: { personId: string }): Promise<string> {
  authorize(viewer, "members:write");
  assertProved(viewer);
  return transaction(viewer, async (tx) => {
    await changeableMember(viewer, personId);
    const person = await personById(personId);
    if (!person || (await secondFactorSince(personId)) === null) {
      throw conflict("This member has no second step.", "two_step_off");
    }
    const token = await makeLinkToken(tx.db, personId, "two_step");
    await audit(tx, "two_step.reset_sent", { subject: personId });
    await writeToPerson(person, (language) => {
      const t = translator(language, "letters");
      return {
        kind: "two_step_reset",
        letter: {
          title: t("twoStepReset.title"),
          introduction: t("twoStepReset.text", { admin: viewer.actor.name ?? "" }),
          lines: [],
          foot: [t("linkLasts"), t("twoStepReset.unexpected")],
        },
        link: { label: t("twoStepReset.link"), path: `/two-step/${token}`, secret: "yes" },
      };
    });
    return personId;
  });
}

/** Whether a link that turns a second step off can still be followed. */
export async function canResetTwoStep(token: string): Promise<boolean> {
  return (await findLink(token, "two_step")) !== null;
}

/** Turns the second step of a link's person off, who proves themselves with their password; every browser is signed out. */
export async function resetTwoStep(token: string, password: string, origin: Origin): Promise<void> {
  const link = await findLink(token, "two_step");
  const person = link === null ? undefined : await personById(link.personId);
  if (!person) throw gone();
  if ((await admitSignIn(person.email, origin.address)) !== null) {
    throw tooManyRequests(
      "Too many wrong passwords. Try again in a quarter of an hour.",
      "password_throttled",
    );
  }
  if (!(await isPassword(password, person.passwordHash))) {
    throw invalid("This is not your password.", { code: "password_wrong", param: "password" });
  }
  await globalTransaction(async (db) => {
    if ((await takeLink(db, token, "two_step"))?.personId !== person.id) throw gone();
    await forgiveSignIn(db, person.email, origin.address);
    await removeSecondFactor(db, person.id);
    await revokeAllSessions(db, person.id);
    await auditEverywhere(db, person, "two_step.reset", origin);
    await tellOfChange(person, "second_step_reset", origin);
  });
}

function gone() {
  return conflict("This link was used, or is older than an hour. Ask for a new one.", "link_gone");
}
