import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openSessions } from "#lib/auth/sessions";
import { signIn } from "#lib/auth/sign-in";
import type { Viewer } from "#lib/auth/viewer";
import { hour } from "#lib/clock";
import { getMail, listMails } from "#lib/mail/queries";
import { addMember } from "#lib/people/add-member";
import { passwordProblem } from "#lib/people/password";
import type { Person } from "#lib/people/people";
import { requestPasswordReset, resetPassword } from "#lib/people/reset-password";
import { aMember, nowhere, teamPassword, tokenMailedTo } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

const next = "another good password";
const gone = { facts: { status: 409, code: "link_gone" } };
let world: World;
let admin: Viewer;
let person: Person;

beforeEach(async () => {
  world = await aWorld();
  admin = (await aMember(world, ["admin"])).viewer;
  ({ person } = await aMember(world, ["analyst"]));
});
afterEach(() => vi.useRealTimers());

const signedIn = (password: string) => signIn({ email: person.email, password, ...nowhere });

test("a link from the mail gives a new password once, and signs every browser out", async () => {
  await signedIn(teamPassword);
  await requestPasswordReset(person.email.toUpperCase(), nowhere);
  const token = await tokenMailedTo(world, person.email);
  await resetPassword(token, next, nowhere);
  expect(await openSessions(person.id)).toEqual([]);
  expect(await signedIn(next)).toMatchObject({ ok: true });
  await expect(resetPassword(token, next, nowhere)).rejects.toMatchObject(gone);
});

test("a link opens nothing after an hour, nor once there is a newer one", async () => {
  await requestPasswordReset(person.email, nowhere);
  const first = await tokenMailedTo(world, person.email);
  await requestPasswordReset(person.email, nowhere);
  const second = await tokenMailedTo(world, person.email);
  await expect(resetPassword(first, next, nowhere)).rejects.toMatchObject(gone);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + hour });
  await expect(resetPassword(second, next, nowhere)).rejects.toMatchObject(gone);
});

test("who is unknown is answered nothing else, and nobody is written to", async () => {
  expect(await requestPasswordReset("nobody@nowhere.test", nowhere)).toBeUndefined();
  expect(await requestPasswordReset(person.email, nowhere)).toBeUndefined();
  const { rows } = await listMails(admin, { limit: 10 });
  expect(rows.map(({ to }) => to)).toEqual([person.email]);
});

test("one person is written to a few times an hour at most", async () => {
  for (let tries = 0; tries < 10; tries++) await requestPasswordReset(person.email, nowhere);
  const { rows } = await listMails(admin, { limit: 20 });
  expect(rows.length).toBeLessThanOrEqual(5);
});

test("the link is read in the outbox only by who could have made the person what they are", async () => {
  const superAdmin = await aMember(world, ["super_admin"]);
  const owner = await aMember(world, ["super_admin"], { owner: true });
  const elsewhere = await aWorld();
  const { person: busy } = await aMember(world, ["view_only"]);
  await addMember({ accountId: elsewhere.environment.accountId, personId: busy.id, roles: ["admin"] });
  const readable = async (email: string, reader: Viewer) => {
    await requestPasswordReset(email, nowhere);
    const mail = (await listMails(reader, { limit: 50 })).rows.find(({ to }) => to === email);
    return !(await getMail(reader, mail?.id ?? "")).isLinkWithheld;
  };
  expect(await readable(person.email, admin)).toBe(true);
  expect(await readable(superAdmin.person.email, admin)).toBe(false);
  expect(await readable(superAdmin.person.email, owner.viewer)).toBe(true);
  expect(await readable(owner.person.email, superAdmin.viewer)).toBe(false);
  expect(await readable(busy.email, owner.viewer)).toBe(false);
});

test.each([
  ["Password123", "password_common"],
  ["qwertyuiop", "password_common"],
  ["aaaaaaaabbbb", "password_common"],
  ["short", "password_short"],
  ["x".repeat(201), "password_long"],
  ["a perfectly fine one", null],
])("%s", (password, problem) => expect(passwordProblem(password)).toBe(problem));

test("a password does not hold the email it belongs to, nor what it opens", async () => {
  await requestPasswordReset(person.email, nowhere);
  const [local = ""] = person.email.split("@");
  const token = await tokenMailedTo(world, person.email);
  const account = world.environment.accountName.replace(" ", "-");
  for (const known of [local.toUpperCase(), account, "Cömptoir"]) {
    await expect(resetPassword(token, `2026 ${known} y`, nowhere)).rejects.toMatchObject({
      facts: { code: "password_known", param: "password" },
    });
  }
});
