import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { globalTransaction } from "#db/transaction";
import { openSessions, startSession } from "#lib/auth/sessions";
import { signIn } from "#lib/auth/sign-in";
import type { Viewer } from "#lib/auth/viewer";
import { hour } from "#lib/clock";
import { listHistory } from "#lib/audit/history";
import { getMail } from "#lib/mail/queries";
import { changePassword } from "#lib/people/change-password";
import { confirmEmail, emailToConfirm } from "#lib/people/confirm-email";
import { endOtherSessions, endSession } from "#lib/people/end-session";
import { type Person, personById } from "#lib/people/people";
import { emailChange, requestEmailChange } from "#lib/people/request-email-change";
import { requestPasswordReset, resetPassword } from "#lib/people/reset-password";
import { canBeAccepted } from "#lib/team/accept-invitation";
import { getInvitation, invitationsOf } from "#lib/team/invitations";
import { inviteMembers } from "#lib/team/invite-members";
import { signOutMember } from "#lib/team/sign-out-member";
import { mailsOf } from "#tests/support/mails";
import { aMember, nowhere, teamPassword, tokenMailedTo, viewerIn } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

const gone = { facts: { status: 409, code: "link_gone" } };
let world: World;
let admin: Viewer;
let person: Person;
let viewer: Viewer;
let email: string;
let count = 0;

beforeEach(async () => {
  world = await aWorld();
  admin = (await aMember(world, ["admin"])).viewer;
  ({ person, viewer } = await aMember(world, ["analyst"]));
  email = `new${count++}@team.test`;
});
afterEach(() => vi.useRealTimers());

const aSession = async () => (await globalTransaction((db) => startSession(db, person.id, nowhere))).id;
const signedIn = (as: string) => signIn({ email: as, password: teamPassword, ...nowhere });

async function mailedToken(): Promise<string> {
  await requestEmailChange(viewer, { email });
  return tokenMailedTo(world, email);
}

describe("a new email", () => {
  test("counts once the link that was sent to it is followed, and not before", async () => {
    const token = await mailedToken();
    expect(await emailToConfirm(token)).toEqual({ email, isTaken: false });
    expect(await signedIn(email)).toMatchObject({ ok: false });
    expect(await signedIn(person.email)).toMatchObject({ ok: true });
    await confirmEmail(token, nowhere);
    expect(await openSessions(person.id)).toEqual([]);
    expect(await signedIn(person.email)).toMatchObject({ ok: false });
    expect(await signedIn(email)).toMatchObject({ ok: true });
    await expect(confirmEmail(token, nowhere)).rejects.toMatchObject(gone);
  });

  test("leaves roles as they are, and stands in the security history with the one before", async () => {
    await confirmEmail(await mailedToken(), nowhere);
    const changed = await personById(person.id);
    const after = changed && (await viewerIn(world.environment.slug, changed));
    expect(after?.permissions).toEqual(viewer.permissions);
    const { lines } = await listHistory(admin, { group: "signing_in", text: person.id });
    expect(lines.map(({ action, before, after: then }) => [action, before, then])).toEqual([
      ["email.changed", { email: person.email }, { email }],
      ["email.change_asked", null, { email }],
    ]);
  });

  test("is told to the one before, by a mail that names it", async () => {
    await confirmEmail(await mailedToken(), nowhere);
    const told = (await mailsOf(world)).at(-1);
    expect(told).toMatchObject({ to: person.email, kind: "sign_in_changed" });
    expect(told?.text).toContain(email);
  });

  test("that is asked for is told to the present one, with what ends the link", async () => {
    await mailedToken();
    const told = (await mailsOf(world)).find(({ to }) => to === person.email);
    expect(told).toMatchObject({ kind: "sign_in_changed", subject: "A new email was asked for" });
    expect(told?.text).toContain(email);
    expect(told?.text).toContain("A new password ends that link");
  });

  test("that somebody has is answered, written to and read in the outbox like any other; its link alone says so", async () => {
    const { person: holder } = await aMember(world, ["view_only"]);
    const before = await mailedToken();
    expect(await requestEmailChange(viewer, { email: holder.email })).toBeUndefined();
    await expect(confirmEmail(before, nowhere)).rejects.toMatchObject(gone);
    const written = (await mailsOf(world)).filter(({ kind }) => kind === "email_change");
    const shown = await Promise.all(written.map(({ id }) => getMail(admin, id)));
    const [free, taken] = shown.map(({ text, mail: { id } }) => text.replaceAll(id, "id"));
    expect(shown).toHaveLength(2);
    expect(taken).toBe(free);
    const token = await tokenMailedTo(world, holder.email);
    expect(await emailToConfirm(token)).toEqual({ email: holder.email, isTaken: true });
    await expect(confirmEmail(token, nowhere)).rejects.toMatchObject(gone);
  });

  test("is proved by a link that nobody of the account reads in the outbox, however much they may do", async () => {
    const owner = (await aMember(world, ["super_admin"], { owner: true })).viewer;
    await mailedToken();
    const mail = (await mailsOf(world)).find(({ to }) => to === email);
    for (const reader of [owner, admin]) {
      expect(await getMail(reader, mail?.id ?? "")).toMatchObject({ isLinkWithheld: true });
    }
  });

  test("that somebody took in the meantime opens nothing", async () => {
    const token = await mailedToken();
    const other = await aMember(world, ["view_only"]);
    await requestEmailChange(other.viewer, { email });
    await confirmEmail(await tokenMailedTo(world, email), nowhere);
    await expect(confirmEmail(token, nowhere)).rejects.toMatchObject(gone);
    expect(await personById(person.id)).toMatchObject({ email: person.email });
  });

  test("is not asked for by a borrowed browser, nor without end, nor when it is the present one", async () => {
    const borrowed = { ...viewer, provedAt: null };
    await expect(async () => requestEmailChange(borrowed, { email })).rejects.toMatchObject({
      facts: { code: "proof_needed" },
    });
    await expect(requestEmailChange(viewer, { email: person.email })).rejects.toMatchObject({
      facts: { code: "email_same", param: "email" },
    });
    for (let tries = 0; tries < 5; tries++) await requestEmailChange(viewer, { email: `${tries}${email}` });
    await expect(requestEmailChange(viewer, { email })).rejects.toMatchObject({ facts: { status: 429 } });
  });

  test("is compared without its case, and has to be one", () => {
    expect(emailChange.parse({ email: " Ada@Team.Test " })).toEqual({ email: "ada@team.test" });
    for (const typed of ["ada", "a@b.test\r\nBcc: c@d.test", `${"a".repeat(250)}@b.test`]) {
      expect(emailChange.safeParse({ email: typed }).success).toBe(false);
    }
  });
});

test("a link to a new email works for an hour, and only the newest", async () => {
  const first = await mailedToken();
  const second = await mailedToken();
  await expect(confirmEmail(first, nowhere)).rejects.toMatchObject(gone);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + hour });
  expect(await emailToConfirm(second)).toBeNull();
  await expect(confirmEmail(second, nowhere)).rejects.toMatchObject(gone);
});

describe("a link to a new email that somebody else asked for ends", () => {
  const newPassword = "another good password";

  test.each<[string, () => Promise<unknown>]>([
    [
      "with a changed password",
      async () =>
        changePassword(viewer, {
          currentPassword: teamPassword,
          newPassword,
          sessionId: "ses_1",
        }),
    ],
    [
      "with a password chosen anew",
      async () => {
        await requestPasswordReset(person.email, nowhere);
        await resetPassword(await tokenMailedTo(world, person.email), newPassword, nowhere);
      },
    ],
    ["with the browser that is signed out", async () => endSession(viewer, await aSession())],
    ["with all others", () => endOtherSessions(viewer, "ses_1")],
    ["when an administrator signs them out", () => signOutMember(admin, { personId: person.id })],
  ])("%s", async (_how, recover) => {
    const token = await mailedToken();
    await recover();
    expect(await emailToConfirm(token)).toBeNull();
    await expect(confirmEmail(token, nowhere)).rejects.toMatchObject(gone);
    expect(await personById(person.id)).toMatchObject({ email: person.email });
  });
});

test("with the email before go the links that were sent to it", async () => {
  await requestPasswordReset(person.email, nowhere);
  const reset = await tokenMailedTo(world, person.email);
  await confirmEmail(await mailedToken(), nowhere);
  await expect(resetPassword(reset, "another good password", nowhere)).rejects.toMatchObject(gone);
});

test("an invitation to the new email ends, as who it is for is a member already", async () => {
  const [sent] = await inviteMembers(admin, { emails: [email], roles: ["view_only"], message: null });
  await confirmEmail(await mailedToken(), nowhere);
  expect(await invitationsOf(admin.environment.accountId)).toEqual([]);
  expect(await canBeAccepted(await getInvitation(admin, sent?.id ?? ""))).toBe(false);
});
