import { eq, inArray } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { invitations, people } from "#db/schema/index";
import { globalTransaction } from "#db/transaction";
import { auditGlobal } from "#lib/audit/audit";
import { endLinks, findLink, takeLink } from "#lib/auth/link-tokens";
import { type Origin, revokeAllSessions } from "#lib/auth/sessions";
import { auditEverywhere } from "#lib/auth/sign-in";
import { tellOfChange } from "#lib/auth/tell-of-change";
import { forgiveSignIn } from "#lib/auth/throttle";
import { conflict } from "#lib/errors";
import { openKeyOf } from "#lib/team/invitations";
import { environmentsOf } from "./members.ts";
import { type Person, personByEmail, personById } from "./people.ts";

/** The address that a link confirms, while it can be followed, and whether somebody signs in with it; null for none. */
export async function emailToConfirm(token: string): Promise<{ email: string; isTaken: boolean } | null> {
  const email = (await findLink(token, "email"))?.email;
  return email ? { email, isTaken: (await personByEmail(email)) !== undefined } : null;
}

/**
 * Makes the address that a link was written to the one its person signs in with. Every browser of theirs is signed
 * out, other links in their mails open nothing any more, and the address before is told.
 */
export function confirmEmail(token: string, origin: Origin): Promise<void> {
  return globalTransaction(async (db) => {
    const link = await takeLink(db, token, "email");
    const person = link ? await personById(link.personId) : undefined;
    const email = link?.email ?? null;
    if (!person || email === null || (await personByEmail(email))) throw gone();
    await db.update(people).set({ email }).where(eq(people.id, person.id));
    await endLinks(db, person.id);
    await revokeAllSessions(db, person.id);
    await forgiveSignIn(db, `email change:${person.id}`, null);
    await endInvitations(db, person, email);
    const change = { before: { email: person.email }, after: { email } };
    await auditEverywhere(db, person, "email.changed", origin, change);
    await tellOfChange(person, "email_changed", { ...origin, email });
  });
}

/** Who is a member already cannot be invited under their new address. */
async function endInvitations(db: Db, person: Person, email: string): Promise<void> {
  const accountIds = [...new Set((await environmentsOf(person.id)).map(({ accountId }) => accountId))];
  const keys = accountIds.map((accountId) => openKeyOf(accountId, email));
  const ended = await db
    .update(invitations)
    .set({ openKey: null, revokedAt: Date.now() })
    .where(inArray(invitations.openKey, keys))
    .returning();
  const actor = { type: "person" as const, id: person.id, name: person.name };
  for (const { id, accountId, roles } of ended) {
    await auditGlobal(
      db,
      accountId,
      "invitation.revoked",
      { subject: id, before: { email, roles } },
      { actor },
    );
  }
}

function gone() {
  return conflict("This link was used, or is older than an hour. Ask for a new one.", "link_gone");
}
