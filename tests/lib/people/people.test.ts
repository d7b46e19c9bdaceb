import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { auditLines } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import { findSession, openSessions } from "#lib/auth/sessions";
import { signIn } from "#lib/auth/sign-in";
import { viewerForMember } from "#lib/auth/viewer-for-member";
import type { Viewer } from "#lib/auth/viewer";
import { addMember } from "#lib/people/add-member";
import { browserName } from "#lib/people/browser-name";
import { changePassword } from "#lib/people/change-password";
import { createPerson } from "#lib/people/create-person";
import { endOtherSessions, endSession } from "#lib/people/end-session";
import { environmentsOf, listTeam } from "#lib/people/members";
import type { Person } from "#lib/people/people";
import { personById } from "#lib/people/people";
import { profile, updateProfile } from "#lib/people/profile";
import { mailsOf } from "#tests/support/mails";
import { aWorld, type World } from "#tests/support/world";

const password = "a good long password";
const request = { id: "req_1", idempotencyKey: null, address: "192.0.2.1", userAgent: "Test browser" };
let count = 0;
let world: World;
let person: Person;
let viewer: Viewer;

beforeEach(async () => {
  world = await aWorld();
  person = await aPerson();
  await addMember({
    accountId: world.environment.accountId,
    personId: person.id,
    roles: ["support_associate"],
  });
  viewer = await viewerOf(person);
});

describe("a member's viewer", () => {
  test("has the permissions of the roles, the profile's language and the account's time zone", () => {
    expect(viewer).toMatchObject({
      actor: { type: "person", id: person.id, name: "Ada" },
      door: "dashboard",
      locale: "fr",
      timeZone: "Europe/Paris",
      request,
    });
    expect(viewer.permissions.has("refunds:write")).toBe(true);
    expect(viewer.permissions.has("keys:write")).toBe(false);
  });

  test("follows what the profile says", async () => {
    await updateProfile(viewer, { phone: null, name: "Ada L.", locale: "en", timeZone: "Asia/Kathmandu" });
    expect(await viewerOf(await again(person))).toMatchObject({
      actor: { name: "Ada L." },
      locale: "en",
      timeZone: "Asia/Kathmandu",
    });
  });

  test("is none for who is not a member, for an address that does not exist, and for a locked environment", async () => {
    const stranger = await aPerson();
    const live = world.environment.slug.replace(/-test$/, "");
    for (const [who, slug] of [
      [stranger, world.environment.slug],
      [person, "nowhere-test"],
      [person, live],
    ] as const) {
      expect(
        await viewerForMember({ person: who, slug, request, provedAt: null, acceptLanguage: null }),
      ).toBeNull();
    }
  });
});

test("a person reaches the environments of their accounts, test before live, and no others", async () => {
  const other = await aWorld();
  await addMember({ accountId: other.environment.accountId, personId: person.id, roles: [] });
  await aWorld();
  const reached = await environmentsOf(person.id);
  expect(reached.map(({ accountId, kind, locked }) => [accountId, kind, locked])).toEqual([
    [world.environment.accountId, "test", false],
    [world.environment.accountId, "live", true],
    [other.environment.accountId, "test", false],
    [other.environment.accountId, "live", true],
  ]);
});

test("the team lists the account's members only, the owner first", async () => {
  const owner = await aPerson("Zed");
  await addMember({
    accountId: world.environment.accountId,
    personId: owner.id,
    roles: ["super_admin"],
    owner: true,
  });
  expect((await listTeam(viewer)).map(({ name, owner: owns }) => [name, owns])).toEqual([
    ["Zed", true],
    ["Ada", false],
  ]);
  const other = await aWorld();
  expect(await listTeam(other.viewer)).toEqual([]);
});

describe("a profile", () => {
  test("is changed by its person, and the audit log says how", async () => {
    await updateProfile(viewer, { name: "Grace", phone: "+33 1 70 18 99 00", locale: null, timeZone: "UTC" });
    expect(await again(person)).toMatchObject({ name: "Grace", locale: null, timeZone: "UTC" });
    expect(await lastLine()).toMatchObject({
      action: "profile.updated",
      subject: person.id,
      before: { name: "Ada", phone: null, locale: "fr", timeZone: null },
      after: { name: "Grace", phone: "+33 1 70 18 99 00", locale: null, timeZone: "UTC" },
    });
  });

  test("gets another phone by who proved who they are, and its person is told", async () => {
    const borrowed = { ...viewer, provedAt: null };
    const rest = { name: "Grace", locale: null, timeZone: null };
    const planted = updateProfile(borrowed, { ...rest, phone: "+33 1 70 18 99 99" });
    await expect(planted).rejects.toMatchObject({ facts: { code: "proof_needed" } });
    await updateProfile(borrowed, { ...rest, phone: null });
    expect(await again(person)).toMatchObject({ name: "Grace", phone: null });
    expect(await mailsOf(world)).toEqual([]);
    await updateProfile(viewer, { ...rest, phone: "+33 1 70 18 99 00" });
    expect(await mailsOf(world)).toMatchObject([{ to: person.email, kind: "sign_in_changed" }]);
  });

  test("is nobody's when a key asks", async () => {
    const key: Viewer = { ...viewer, door: "api", actor: { type: "key", id: "mk_1", name: "Key" } };
    await expect(
      updateProfile(key, { name: "X", phone: null, locale: null, timeZone: null }),
    ).rejects.toMatchObject({
      facts: { status: 401 },
    });
  });

  test("reads an empty phone, language and time zone as none", () => {
    expect(profile.parse({ name: " Ada ", phone: " ", locale: "", timeZone: "" })).toEqual({
      name: "Ada",
      phone: null,
      locale: null,
      timeZone: null,
    });
  });
});

describe("a password", () => {
  const next = "another good password";

  test("is changed by who knows it; every other session ends", async () => {
    const [here, there] = [await aSession(), await aSession()];
    await changePassword(viewer, { currentPassword: password, newPassword: next, sessionId: here });
    expect(await findSession(here, person.id)).not.toBeNull();
    expect(await findSession(there, person.id)).toBeNull();
    expect(await signInWith(password)).toMatchObject({ ok: false });
    expect(await signInWith(next)).toMatchObject({ ok: true });
  });

  test("stays when the present one is wrong", async () => {
    const here = await aSession();
    const changing = changePassword(viewer, {
      currentPassword: "a guess",
      newPassword: next,
      sessionId: here,
    });
    await expect(changing).rejects.toMatchObject({
      facts: { code: "password_wrong", param: "currentPassword" },
    });
    expect(await signInWith(password)).toMatchObject({ ok: true });
  });

  test("cannot be guessed at without end from a session left open", async () => {
    const here = await aSession();
    const guess = () =>
      changePassword(viewer, { currentPassword: "a guess", newPassword: next, sessionId: here });
    for (let tries = 0; tries < 5; tries++) await expect(guess()).rejects.toThrow();
    await expect(guess()).rejects.toMatchObject({ facts: { status: 429, code: "password_throttled" } });
  });

  test("leaves no trace of itself in the audit log", async () => {
    await changePassword(viewer, {
      currentPassword: password,
      newPassword: next,
      sessionId: await aSession(),
    });
    const line = await lastLine();
    expect(line?.action).toBe("password.changed");
    expect(JSON.stringify(line)).not.toMatch(/argon2|password.*good/);
  });
});

describe("sessions", () => {
  test("are ended one at a time", async () => {
    const [kept, ended] = [await aSession(), await aSession()];
    await endSession(viewer, ended);
    expect((await openSessions(person.id)).map(({ id }) => id)).toEqual([kept]);
    expect(await lastLine()).toMatchObject({ action: "session.revoked", subject: ended });
  });

  test("are ended all but one", async () => {
    const [kept] = [await aSession(), await aSession(), await aSession()];
    await endOtherSessions(viewer, kept ?? "");
    expect((await openSessions(person.id)).map(({ id }) => id)).toEqual([kept]);
  });

  test("are not ended by a borrowed browser", async () => {
    const other = await aSession();
    const borrowed = { ...viewer, provedAt: null };
    const refused = { facts: { code: "proof_needed" } };
    await expect(async () => endSession(borrowed, other)).rejects.toMatchObject(refused);
    await expect(async () => endOtherSessions(borrowed, "ses_1")).rejects.toMatchObject(refused);
    expect(await findSession(other, person.id)).not.toBeNull();
  });

  test("of somebody else are not there to be ended", async () => {
    const stranger = await aPerson();
    await addMember({
      accountId: world.environment.accountId,
      personId: stranger.id,
      roles: ["super_admin"],
    });
    const mine = await aSession();
    await expect(endSession(await viewerOf(stranger), mine)).rejects.toMatchObject({
      facts: { status: 404 },
    });
    expect(await findSession(mine, person.id)).not.toBeNull();
  });
});

test.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox", "Windows"],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
    "Safari",
    "macOS",
  ],
  [
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
    "Chrome",
    "Android",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
    "Edge",
    "Windows",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
    "Safari",
    "iOS",
  ],
])("%s is told by name", (userAgent, browser, system) => {
  expect(browserName(userAgent)).toEqual({ browser, system });
});

test("a program that is no browser has no name", () => {
  expect(browserName("curl/8.0")).toBeNull();
  expect(browserName(null)).toBeNull();
});

function aPerson(name = "Ada"): Promise<Person> {
  return createPerson({ email: `person${count++}@people.test`, name, password, locale: "fr" });
}

async function viewerOf(who: Person): Promise<Viewer> {
  const { slug } = world.environment;
  const found = await viewerForMember({
    person: who,
    slug,
    request,
    provedAt: Date.now(),
    acceptLanguage: "en",
  });
  if (!found) throw new Error("not a member");
  return found;
}

async function again({ id }: Person): Promise<Person> {
  const found = await personById(id);
  if (!found) throw new Error("gone");
  return found;
}

function signInWith(typed: string) {
  return signIn({ email: person.email, password: typed, address: null, userAgent: null });
}

async function aSession(): Promise<string> {
  const answer = await signInWith(password);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.session.id;
}

async function lastLine() {
  const { db } = await globalReader();
  const { accountId } = world.environment;
  const lines = await db.select().from(auditLines).where(eq(auditLines.chain, accountId));
  return lines.sort((a, b) => a.sequence - b.sequence).at(-1);
}
