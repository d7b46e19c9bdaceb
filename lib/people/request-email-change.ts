import { z } from "zod";
import { transaction } from "#db/transaction";
import { makeLinkToken } from "#lib/auth/link-tokens";
import { assertProved } from "#lib/auth/proof";
import { viewerOrigin } from "#lib/auth/sessions";
import { auditEverywhere } from "#lib/auth/sign-in";
import { tellOfChange } from "#lib/auth/tell-of-change";
import { admitSignIn } from "#lib/auth/throttle";
import type { Viewer } from "#lib/auth/viewer";
import { invalid, tooManyRequests } from "#lib/errors";
import { translator } from "#lib/i18n/translator";
import { ownPerson } from "./own-person.ts";
import { normalEmail, type Person } from "./people.ts";
import { writeToPerson } from "./write-to-person.ts";

/** The address somebody wants to sign in with. Messages are codes of the `errors` catalogue. */
export const emailChange = z.strictObject({
  email: z.string().transform(normalEmail).pipe(z.email("email_invalid").max(254, "too_long")),
});

/**
 * Writes a link to the viewer's new address; it is theirs once the link is followed. Their present address is told.
 * An address that somebody signs in with gets the same mail, so that nobody else learns it: its link says so.
 */
export function requestEmailChange(viewer: Viewer, { email }: z.infer<typeof emailChange>): Promise<void> {
  assertProved(viewer);
  return transaction(viewer, async (tx) => {
    const person = await ownPerson(viewer);
    if (email === person.email) {
      throw invalid("You sign in with this address already.", { code: "email_same", param: "email" });
    }
    if ((await admitSignIn(`email change:${person.id}`, null)) !== null) {
      throw tooManyRequests("Too many links were sent. Try again later.", "links_throttled");
    }
    await auditEverywhere(tx.db, person, "email.change_asked", viewerOrigin(viewer), { after: { email } });
    await tellOfChange(person, "email_asked", { ...viewerOrigin(viewer), email });
    await mailLink({ ...person, email }, await makeLinkToken(tx.db, person.id, "email", email));
  });
}

function mailLink(person: Person, token: string): Promise<void> {
  return writeToPerson(person, (language) => {
    const t = translator(language, "letters");
    return {
      kind: "email_change",
      letter: {
        title: t("emailChange.title"),
        introduction: t("emailChange.text", { name: person.name }),
        lines: [],
        foot: [t("linkLasts"), t("emailChange.unexpected")],
      },
      link: { label: t("emailChange.link"), path: `/account/email/${token}`, secret: "proves_mailbox" },
    };
  });
}
