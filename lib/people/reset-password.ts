import { eq } from "drizzle-orm";
import { people } from "#db/schema/index";
import { globalTransaction } from "#db/transaction";
import { takeLink, makeLinkToken, findLink } from "#lib/auth/link-tokens";
import { type Origin, revokeAllSessions } from "#lib/auth/sessions";
import { auditEverywhere } from "#lib/auth/sign-in";
import { tellOfChange } from "#lib/auth/tell-of-change";
import { admitSignIn, forgiveSignIn } from "#lib/auth/throttle";
import { conflict } from "#lib/errors";
import { translator } from "#lib/i18n/translator";
import { knownOf } from "./members.ts";
import { assertGoodPassword, hashPassword } from "./password.ts";
import { normalEmail, personByEmail, personById } from "./people.ts";
import { writeToPerson } from "./write-to-person.ts";

/**
 * Writes a link for choosing a new password to the person of this email, if there is one. It answers nothing, so
 * that nobody learns who can sign in here; for the same reason who calls it does not wait for it.
 */
export async function requestPasswordReset(typed: string, origin: Origin): Promise<void> {
  const email = normalEmail(typed);
  if ((await admitSignIn(`reset:${email}`, origin.address)) !== null) return;
  const person = await personByEmail(email);
  if (!person) return;
  await globalTransaction(async (db) => {
    const token = await makeLinkToken(db, person.id, "password");
    await auditEverywhere(db, person, "password.reset_asked", origin);
    await writeToPerson(person, (language) => {
      const t = translator(language, "letters");
      return {
        kind: "password_reset",
        letter: {
          title: t("passwordReset.title"),
          introduction: t("passwordReset.text"),
          lines: [],
          foot: [t("linkLasts"), t("passwordReset.unexpected")],
        },
        link: { label: t("passwordReset.link"), path: `/reset/${token}`, secret: "yes" },
      };
    });
  });
}

/** Whether a link for a new password can still be followed. */
export async function canResetPassword(token: string): Promise<boolean> {
  return (await findLink(token, "password")) !== null;
}

/** Gives the bearer of a link a new password, and signs every browser of theirs out. A second step stays as it is. */
export async function resetPassword(token: string, password: string, origin: Origin): Promise<void> {
  const link = await findLink(token, "password");
  const person = link === null ? undefined : await personById(link.personId);
  if (!person) throw gone();
  await assertGoodPassword(password, await knownOf(person), "password");
  const passwordHash = await hashPassword(password);
  await globalTransaction(async (db) => {
    if ((await takeLink(db, token, "password"))?.personId !== person.id) throw gone();
    await db.update(people).set({ passwordHash }).where(eq(people.id, person.id));
    await revokeAllSessions(db, person.id);
    await forgiveSignIn(db, person.email, null);
    await auditEverywhere(db, person, "password.reset", origin);
    await tellOfChange(person, "password_changed", origin);
  });
}

function gone() {
  return conflict("This link was used, or is older than an hour. Ask for a new one.", "link_gone");
}
