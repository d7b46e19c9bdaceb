import { and, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/engine/engine";
import { environments, invitations, members } from "#db/schema/index";
import { globalTransaction } from "#db/transaction";
import { auditGlobal } from "#lib/audit/audit";
import { registrationAnswer } from "#lib/auth/passkeys/answers";
import { checkRegistration, insertPasskey, nameOfDevice } from "#lib/auth/passkeys/registration";
import { isRole, permissionsOf } from "#lib/auth/roles";
import type { Origin, SignedIn } from "#lib/auth/sessions";
import { beginSession, signInNewcomer } from "#lib/auth/sign-in";
import { conflict } from "#lib/errors";
import { type Locale, locales } from "#lib/i18n/locale";
import { chosenPassword } from "#lib/people/change-password";
import { insertPerson } from "#lib/people/create-person";
import { membershipOf } from "#lib/people/members";
import { assertGoodPassword, hashPassword, noPassword } from "#lib/people/password";
import { type Person, personByEmail } from "#lib/people/people";
import { mayGrant } from "./grants.ts";
import { findInvitation, type Invitation, stateOfInvitation } from "./invitations.ts";

/** What somebody new says of themselves. Messages are codes of the `errors` catalogue. */
export const newcomer = z.strictObject({
  name: z.string().trim().min(1, "required").max(100, "too_long"),
  locale: z.enum(locales, "language_unknown"),
  password: chosenPassword,
});

/** The same for who signs in with a passkey instead of a password. */
export const newcomerWithPasskey = newcomer.omit({ password: true }).extend({ response: registrationAnswer });

/** Whether the link of an invitation can still be followed: nor is it once who sent it may not give these roles. */
export async function canBeAccepted(invitation: Invitation): Promise<boolean> {
  if (stateOfInvitation(invitation) !== "open") return false;
  const inviter = await membershipOf(invitation.accountId, invitation.invitedBy);
  if (!inviter) return false;
  const permitted = { permissions: permissionsOf(inviter, "live") };
  return invitation.roles.filter(isRole).every((role) => mayGrant(permitted, role));
}

/** Makes a signed-in person a member; the invitation must be to their email. Answers where the account is. */
export function acceptInvitation(person: Person, token: string, origin: Origin): Promise<string> {
  return globalTransaction((db) => join(db, person, token, origin));
}

/** Makes somebody new of an invitation's email a member, and signs them in, up to the second step that the team asks for. */
export async function acceptAsNewcomer(
  { password, ...self }: z.infer<typeof newcomer>,
  token: string,
  origin: Origin,
): Promise<Joined> {
  const found = await findInvitation(token);
  if (!found || !(await canBeAccepted(found.invitation))) throw gone();
  const known = { email: found.invitation.email, accounts: [found.accountName] };
  await assertGoodPassword(password, known, "password");
  const passwordHash = await hashPassword(password);
  return globalTransaction(async (db) => {
    const { person, slug } = await joinAsNewcomer(db, { ...self, passwordHash }, token, origin);
    return { ...(await signInNewcomer(person, origin)), slug };
  });
}

/** The same with a passkey that their device made for this invitation. */
export async function acceptWithPasskey(
  { response, ...self }: z.infer<typeof newcomerWithPasskey>,
  token: string,
  origin: Origin,
): Promise<Joined> {
  const invited = await openInvitation(token);
  if (!invited) throw gone();
  const credential = await checkRegistration(response, `join ${invited.id}`);
  return globalTransaction(async (db) => {
    const { person, slug } = await joinAsNewcomer(db, { ...self, passwordHash: noPassword }, token, origin);
    await insertPasskey(db, person.id, credential, nameOfDevice(origin));
    return { person, session: await beginSession(db, person, origin), slug };
  });
}

type Joined = SignedIn & { slug: string };

async function joinAsNewcomer(
  db: Db,
  { passwordHash, ...self }: { name: string; locale: Locale; passwordHash: string },
  token: string,
  origin: Origin,
): Promise<{ person: Person; slug: string }> {
  const { email } = (await openInvitation(token)) ?? {};
  if (email === undefined || (await personByEmail(email))) throw gone();
  const person = await insertPerson({ email, ...self }, passwordHash);
  return { person, slug: await join(db, person, token, origin) };
}

async function join(db: Db, person: Person, token: string, origin: Origin): Promise<string> {
  const invitation = await openInvitation(token);
  if (!invitation || invitation.email !== person.email) throw gone();
  const { id, accountId, roles } = invitation;
  if (await membershipOf(accountId, person.id)) throw gone();
  const now = Date.now();
  const taken = await db
    .update(invitations)
    .set({ openKey: null, acceptedAt: now })
    .where(and(eq(invitations.id, id), isNotNull(invitations.openKey)))
    .returning({ id: invitations.id });
  if (taken.length === 0) throw gone();
  await db.insert(members).values({ accountId, personId: person.id, createdAt: now, roles, owner: false });
  const actor = { type: "person" as const, id: person.id, name: person.name };
  const what = { subject: id, after: { email: person.email, roles } };
  await auditGlobal(db, accountId, "invitation.accepted", what, { actor, ...origin });
  return testSlugOf(db, accountId);
}

async function openInvitation(token: string): Promise<Invitation | null> {
  const found = await findInvitation(token);
  return found && (await canBeAccepted(found.invitation)) ? found.invitation : null;
}

async function testSlugOf(db: Db, accountId: string): Promise<string> {
  const [environment] = await db
    .select({ slug: environments.slug })
    .from(environments)
    .where(and(eq(environments.accountId, accountId), eq(environments.kind, "test")));
  if (!environment) throw new Error("An account has no test environment");
  return environment.slug;
}

/** One answer for all that can be wrong, so that a link tells nothing of an account. */
function gone() {
  return conflict("This invitation can no longer be accepted. Ask for a new one.", "invitation_gone");
}
