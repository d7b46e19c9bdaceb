import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { invitations } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import type { Role } from "#lib/auth/roles";
import { findSession } from "#lib/auth/sessions";
import type { Viewer } from "#lib/auth/viewer";
import { isDomainError } from "#lib/errors";
import { getMail, listMails } from "#lib/mail/queries";
import { isDeadLink } from "#lib/pages/is-missing";
import { membershipOf } from "#lib/people/members";
import { acceptAsNewcomer, acceptInvitation } from "#lib/team/accept-invitation";
import { changeRoles } from "#lib/team/change-roles";
import { invitedEmails, inviteMembers } from "#lib/team/invite-members";
import { invitationLasts, invitationsOf } from "#lib/team/invitations";
import { removeMember } from "#lib/team/remove-member";
import { requireTwoStep } from "#lib/team/require-two-step";
import { renewInvitation } from "#lib/team/renew-invitation";
import { revokeInvitation } from "#lib/team/revoke-invitation";
import { aMember, aPerson, nowhere, teamPassword, tokenMailedTo, viewerIn } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";
import { fieldErrors, sentenceOf } from "../../../app/_server/explain-error.ts";

let world: World;
let owner: Viewer;
let count = 0;

beforeEach(async () => {
  world = await aWorld();
  owner = (await aMember(world, ["super_admin"], { owner: true })).viewer;
});
afterEach(() => vi.useRealTimers());

const invite = (viewer: Viewer, emails: string[], roles: Role[] = ["analyst"]) =>
  inviteMembers(viewer, { emails, roles, message: "Welcome <b>aboard</b>" });
const anEmail = () => `new${count++}@team.test`;
const self = { name: "Grace", locale: "fr" as const, password: teamPassword };
const gone = { facts: { status: 409, code: "invitation_gone" } };

test("ten people are invited at once, each with a link of their own, in mails that hold no markup of ours", async () => {
  const emails = Array.from({ length: 10 }, anEmail);
  await invite(owner, emails);
  const tokens = await Promise.all(emails.map((email) => tokenMailedTo(world, email)));
  expect(new Set(tokens).size).toBe(10);
  const joined = await Promise.all(tokens.map((token) => acceptAsNewcomer(self, token, nowhere)));
  expect(new Set(joined.map(({ person }) => person.email))).toEqual(new Set(emails));
  const { rows } = await listMails(owner, { limit: 20 });
  const { html } = await getMail(owner, rows[0]?.id ?? "");
  expect(html).toContain("Welcome &lt;b&gt;aboard&lt;/b&gt;");
});

test("a newcomer chooses a name and a password, and is signed in as a member", async () => {
  const email = anEmail();
  await invite(owner, [email], ["analyst", "dispute_analyst"]);
  const joined = await acceptAsNewcomer(self, await tokenMailedTo(world, email), nowhere);
  expect(joined).toMatchObject({ person: { email, name: "Grace" }, slug: world.environment.slug });
  expect(await findSession(joined.session.id, joined.person.id)).not.toBeNull();
  expect(await membershipOf(world.environment.accountId, joined.person.id)).toEqual({
    roles: ["analyst", "dispute_analyst"],
    owner: false,
  });
  expect(await invitationsOf(owner.environment.accountId)).toEqual([]);
});

test("a newcomer to a team that asks for a second step sets it up before anything else", async () => {
  await requireTwoStep(owner, { required: "yes" });
  const email = anEmail();
  await invite(owner, [email]);
  const { session, person } = await acceptAsNewcomer(self, await tokenMailedTo(world, email), nowhere);
  expect(session.waitsFor).toBe("enrolment");
  expect(await findSession(session.id, person.id)).toBeNull();
});

test("who can sign in already joins with that", async () => {
  const person = await aPerson();
  await invite(owner, [person.email.toUpperCase().toLowerCase()]);
  const token = await tokenMailedTo(world, person.email);
  await expect(acceptAsNewcomer(self, token, nowhere)).rejects.toMatchObject(gone);
  expect(await acceptInvitation(person, token, nowhere)).toBe(world.environment.slug);
  expect((await viewerIn(world.environment.slug, person))?.permissions.has("payouts:write")).toBe(true);
});

describe("a link opens nothing", () => {
  test("the second time, also when both come at once", async () => {
    const email = anEmail();
    await invite(owner, [email]);
    const token = await tokenMailedTo(world, email);
    const both = await Promise.allSettled([
      acceptAsNewcomer(self, token, nowhere),
      acceptAsNewcomer(self, token, nowhere),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await isDeadLink("join", token)).toBe(true);
    await expect(acceptAsNewcomer(self, token, nowhere)).rejects.toMatchObject(gone);
  });

  test("after ten days", async () => {
    const person = await aPerson();
    await invite(owner, [person.email]);
    const token = await tokenMailedTo(world, person.email);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + invitationLasts });
    await expect(acceptInvitation(person, token, nowhere)).rejects.toMatchObject(gone);
    expect(await isDeadLink("join", token)).toBe(true);
    expect(await membershipOf(world.environment.accountId, person.id)).toBeUndefined();
  });

  test("to another person, whoever forwarded it", async () => {
    const [invited, other] = [await aPerson(), await aPerson()];
    await invite(owner, [invited.email]);
    const token = await tokenMailedTo(world, invited.email);
    await expect(acceptInvitation(other, token, nowhere)).rejects.toMatchObject(gone);
    await acceptInvitation(invited, token, nowhere);
  });

  test("once it was taken back, or sent again with a new one", async () => {
    const person = await aPerson();
    const [invitation] = await invite(owner, [person.email]);
    const id = invitation?.id ?? "";
    const first = await tokenMailedTo(world, person.email);
    await renewInvitation(owner, { id });
    const second = await tokenMailedTo(world, person.email);
    await expect(acceptInvitation(person, first, nowhere)).rejects.toMatchObject(gone);
    expect([await isDeadLink("join", first), await isDeadLink("join", second)]).toEqual([true, false]);
    await revokeInvitation(owner, { id });
    expect(await isDeadLink("join", second)).toBe(true);
    await expect(acceptInvitation(person, second, nowhere)).rejects.toMatchObject(gone);
    await expect(renewInvitation(owner, { id })).rejects.toMatchObject({
      facts: { code: "invitation_over" },
    });
  });

  test("once who sent it may not give these roles any more, or is gone", async () => {
    const admin = await aMember(world, ["admin"]);
    const [asAdmin, asAnalyst] = [await aPerson(), await aPerson()];
    await invite(admin.viewer, [asAdmin.email], ["admin"]);
    await invite(admin.viewer, [asAnalyst.email]);
    await changeRoles(owner, { personId: admin.person.id, roles: ["iam_admin"] });
    const tokens = [await tokenMailedTo(world, asAdmin.email), await tokenMailedTo(world, asAnalyst.email)];
    await expect(acceptInvitation(asAdmin, tokens[0] ?? "", nowhere)).rejects.toMatchObject(gone);
    await removeMember(owner, { personId: admin.person.id });
    await expect(acceptInvitation(asAnalyst, tokens[1] ?? "", nowhere)).rejects.toMatchObject(gone);
  });

  test("to who guesses, or has the database", async () => {
    const person = await aPerson();
    await invite(owner, [person.email]);
    const token = await tokenMailedTo(world, person.email);
    const { db } = await globalReader();
    const [row] = await db.select().from(invitations).where(eq(invitations.email, person.email));
    expect(JSON.stringify(row)).not.toContain(token);
    for (const guess of ["", "x", row?.hash ?? "", token.slice(1)]) {
      await expect(acceptInvitation(person, guess, nowhere)).rejects.toMatchObject(gone);
      expect(await isDeadLink("join", guess)).toBe(true);
    }
  });
});

test("nobody is invited twice, and no member at all: all of them are named, and nobody of the list is invited", async () => {
  const [member, once, free] = [(await aMember(world, ["view_only"])).person.email, anEmail(), anEmail()];
  await invite(owner, [once]);
  const refused = async (...emails: string[]) => {
    const error: unknown = await invite(owner, emails).catch((thrown: unknown) => thrown);
    return isDomainError(error) ? sentenceOf(error.facts, error.message, "en") : "invited";
  };
  expect(await refused(free, member)).toBe(`Already a member: ${member}.`);
  expect(await refused(once, free)).toMatch(`Already invited: ${once}. `);
  expect(await refused(once, free, member)).toMatch(
    `Already a member: ${member}. Already invited: ${once}. `,
  );
  expect((await invitationsOf(owner.environment.accountId)).map(({ email }) => email)).toEqual([once]);
});

test.each([
  ["iam_admin", "admin", 403],
  ["iam_admin", "super_admin", 403],
  ["iam_admin", "developer", 200],
  ["admin", "super_admin", 403],
  ["admin", "admin", 200],
  ["super_admin", "super_admin", 200],
  ["super_admin", "cardholder", 403],
  ["developer", "view_only", 403],
  ["sandbox_admin", "view_only", 403],
] as const)("%s invites somebody as %s: %i", async (who, role, status) => {
  const { viewer } = await aMember(world, [who]);
  const inviting = Promise.resolve().then(() => invite(viewer, [anEmail()], [role]));
  if (status === 200) await expect(inviting).resolves.toHaveLength(1);
  else await expect(inviting).rejects.toMatchObject({ facts: { status } });
});

test("another account's invitations are not there", async () => {
  const [invitation] = await invite(owner, [anEmail()]);
  const elsewhere = await aWorld();
  const { viewer } = await aMember(elsewhere, ["super_admin"]);
  await expect(revokeInvitation(viewer, { id: invitation?.id ?? "" })).rejects.toMatchObject({
    facts: { status: 404 },
  });
});

test.each([
  ["a@b.fr, c@d.fr;e@f.fr\n A@B.fr", ["a@b.fr", "c@d.fr", "e@f.fr"]],
  ["", "Please fill this in."],
  ["a@b.fr, Nobody c@d.fr d@", "Not an email address: nobody and d@."],
  ["a@b.fr\r\nBcc:eve@x.fr", "Not an email address: bcc:eve@x.fr."],
  [
    Array.from({ length: 11 }, (_, index) => `a${index}@b.fr`).join(" "),
    "Invite ten people at most at once.",
  ],
])("addresses typed as %j", (text, expected) => {
  const read = invitedEmails.safeParse(text);
  expect(read.success ? read.data : fieldErrors(read.error, "en")[0]?.message).toEqual(expected);
});
