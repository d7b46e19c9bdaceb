import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { auditLines, backupCodes, totpSecrets } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import { listHistory } from "#lib/audit/history";
import { backupCodesLeft } from "#lib/auth/backup-codes";
import { finishSignIn } from "#lib/auth/finish-sign-in";
import { accountsThatRequireIt, secondFactorSince, secretToConfirm } from "#lib/auth/second-factor";
import { findSession, findWaitingSession, openSessions } from "#lib/auth/sessions";
import { signIn } from "#lib/auth/sign-in";
import { totpAt } from "#lib/auth/totp";
import { renewBackupCodes, turnTwoStepOff, turnTwoStepOn } from "#lib/auth/turn-two-step";
import type { Viewer } from "#lib/auth/viewer";
import { minute } from "#lib/clock";
import { listMails } from "#lib/mail/queries";
import type { Person } from "#lib/people/people";
import { requestPasswordReset, resetPassword } from "#lib/people/reset-password";
import { requireTwoStep, twoStepOfTeam } from "#lib/team/require-two-step";
import { linkToRecover } from "#lib/team/recover-person";
import { resetTwoStep, sendTwoStepReset } from "#lib/team/reset-two-step";
import { aMember, nowhere, teamPassword, tokenMailedTo } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

let world: World;
let owner: Viewer;
let person: Person;
let viewer: Viewer;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  world = await aWorld();
  owner = (await aMember(world, ["super_admin"], { owner: true })).viewer;
  ({ person, viewer } = await aMember(world, ["analyst"]));
});
afterEach(() => vi.useRealTimers());

const wrong = { facts: { code: "code_wrong", param: "code" } };

/** Turns the second step on, and lets the code's half minute pass. */
async function turnedOn(): Promise<string> {
  const secret = (await secretToConfirm(person.id)) ?? "";
  await turnTwoStepOn(viewer, { code: totpAt(secret, Date.now()) });
  nextCode();
  return secret;
}

const nextCode = () => vi.setSystemTime(Date.now() + minute);

async function givePassword() {
  const answer = await signIn({ email: person.email, password: teamPassword, ...nowhere });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.session;
}

const giveCode = (sessionId: string, code: string) =>
  finishSignIn({ sessionId, personId: person.id, code, ...nowhere });

test("a password alone no longer signs in, and a code begins another session", async () => {
  const secret = await turnedOn();
  const waiting = await givePassword();
  expect(await findSession(waiting.id, person.id)).toBeNull();
  expect(await openSessions(person.id)).toEqual([]);
  const { session } = await giveCode(waiting.id, totpAt(secret, Date.now()));
  expect(session.id).not.toBe(waiting.id);
  expect(await findSession(session.id, person.id)).not.toBeNull();
  expect(await findWaitingSession(waiting.id, person.id)).toBeNull();
});

test("a code opens once, also when it comes twice at once", async () => {
  const secret = await turnedOn();
  const [one, two] = [await givePassword(), await givePassword()];
  const code = totpAt(secret, Date.now());
  const both = await Promise.allSettled([giveCode(one.id, code), giveCode(two.id, code)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("whoever has a password only cannot guess on", async () => {
  const secret = await turnedOn();
  const waiting = await givePassword();
  for (let tries = 0; tries < 5; tries++) {
    await expect(giveCode(waiting.id, "000000")).rejects.toMatchObject(wrong);
  }
  await expect(giveCode(waiting.id, totpAt(secret, Date.now()))).rejects.toMatchObject({
    facts: { status: 429, code: "code_throttled" },
  });
  const { db } = await globalReader();
  const refused = await db.select().from(auditLines).where(eq(auditLines.action, "session.code_refused"));
  expect(refused.filter((line) => line.subject === person.id)).toHaveLength(5);
});

test("a session that waits is forgotten after a quarter of an hour, and is nobody else's", async () => {
  await turnedOn();
  const waiting = await givePassword();
  expect(await findWaitingSession(waiting.id, "per_other")).toBeNull();
  vi.setSystemTime(Date.now() + 16 * minute);
  await expect(giveCode(waiting.id, "000000")).rejects.toMatchObject({ facts: { status: 401 } });
});

describe("a backup code", () => {
  test("does instead of the app, once, however it is typed", async () => {
    const secret = await turnedOn();
    const { codes } = await renewBackupCodes(viewer, { code: totpAt(secret, Date.now()) });
    expect(new Set(codes).size).toBe(10);
    const typed = (codes[0] ?? "").toUpperCase().replaceAll("-", " ");
    await giveCode((await givePassword()).id, typed);
    expect(await backupCodesLeft(person.id)).toBe(9);
    await expect(giveCode((await givePassword()).id, typed)).rejects.toMatchObject(wrong);
  });

  test("is guessed at no more often than the app's code", async () => {
    const secret = await turnedOn();
    const { codes } = await renewBackupCodes(viewer, { code: totpAt(secret, Date.now()) });
    const [code = ""] = codes;
    const waiting = await givePassword();
    for (let tries = 1; tries <= 5; tries++) {
      await expect(giveCode(waiting.id, code.slice(tries))).rejects.toMatchObject(wrong);
    }
    await expect(giveCode(waiting.id, code)).rejects.toMatchObject({ facts: { status: 429 } });
    expect(await backupCodesLeft(person.id)).toBe(10);
  });

  test("of an earlier set, or of somebody else, opens nothing", async () => {
    const secret = await turnedOn();
    const earlier = await renewBackupCodes(viewer, { code: totpAt(secret, Date.now()) });
    nextCode();
    await renewBackupCodes(viewer, { code: totpAt(secret, Date.now()) });
    await expect(giveCode((await givePassword()).id, earlier.codes[0] ?? "")).rejects.toMatchObject(wrong);
  });

  test("stands nowhere in the database, nor does the app's secret", async () => {
    const secret = await turnedOn();
    const { codes } = await renewBackupCodes(viewer, { code: totpAt(secret, Date.now()) });
    const { db } = await globalReader();
    const kept = JSON.stringify([await db.select().from(totpSecrets), await db.select().from(backupCodes)]);
    expect(kept).not.toContain(secret);
    for (const code of codes) expect(kept).not.toContain(code);
  });
});

describe("an account that requires it", () => {
  test("lets members in with their next sign-in only once they have set it up", async () => {
    const before = await givePassword();
    await requireTwoStep(owner, { required: "yes" });
    expect(await findSession(before.id, person.id)).not.toBeNull();
    const waiting = await givePassword();
    expect(waiting.waitsFor).toBe("enrolment");
    expect(await accountsThatRequireIt(person.id)).toEqual(["Test Business"]);
    expect(await findSession(waiting.id, person.id)).toBeNull();
    const secret = (await secretToConfirm(person.id)) ?? "";
    await expect(giveCode(waiting.id, "000000")).rejects.toMatchObject(wrong);
    const { session } = await giveCode(waiting.id, totpAt(secret, Date.now()));
    expect(await findSession(session.id, person.id)).not.toBeNull();
    expect((await twoStepOfTeam(owner)).personIds).toEqual(new Set([person.id]));
  });

  test("asks for another app secret than who signed in before was shown, until one is confirmed", async () => {
    await requireTwoStep(owner, { required: "yes" });
    await givePassword();
    const seen = await secretToConfirm(person.id);
    expect(await secretToConfirm(person.id)).toBe(seen);
    const waiting = await givePassword();
    const secret = (await secretToConfirm(person.id)) ?? "";
    expect(secret).not.toBe(seen);
    await giveCode(waiting.id, totpAt(secret, Date.now()));
    expect((await givePassword()).waitsFor).toBe("code");
    expect(await secretToConfirm(person.id)).toBeNull();
  });

  test("keeps it from being turned off", async () => {
    const secret = await turnedOn();
    await requireTwoStep(owner, { required: "yes" });
    const off = () => turnTwoStepOff(viewer, { code: totpAt(secret, Date.now()) });
    await expect(off()).rejects.toMatchObject({ facts: { status: 409, code: "two_step_required" } });
    await requireTwoStep(owner, { required: "no" });
    await off();
    expect(await secondFactorSince(person.id)).toBeNull();
  });

  test.each(["developer", "analyst", "view_only", "sandbox_admin"] as const)(
    "is not made so by %s",
    (role) => {
      expect(() => requireTwoStep(world.viewerWith([role]), { required: "yes" })).toThrow(/members:write/);
    },
  );
});

test("a new password by mail leaves it on, and signs nobody in", async () => {
  const secret = await turnedOn();
  const password = "another good long one";
  await requestPasswordReset(person.email, nowhere);
  await resetPassword(await tokenMailedTo(world, person.email), password, nowhere);
  expect(await openSessions(person.id)).toEqual([]);
  const answer = await signIn({ email: person.email, password, ...nowhere });
  if (!answer.ok) throw new Error(answer.reason);
  expect(answer.session.waitsFor).toBe("code");
  await giveCode(answer.session.id, totpAt(secret, Date.now()));
});

describe("who lost their device", () => {
  test("turns it off with the link an administrator sent, and their password", async () => {
    await turnedOn();
    await sendTwoStepReset(owner, { personId: person.id });
    const token = await tokenMailedTo(world, person.email);
    await expect(resetTwoStep(token, "a guess", nowhere)).rejects.toMatchObject({
      facts: { code: "password_wrong" },
    });
    await resetTwoStep(token, teamPassword, nowhere);
    expect((await givePassword()).waitsFor).toBeNull();
    await expect(resetTwoStep(token, teamPassword, nowhere)).rejects.toMatchObject({
      facts: { code: "link_gone" },
    });
  });

  test("is not helped by who may not change them", async () => {
    await turnedOn();
    const { viewer: developer } = await aMember(world, ["developer"]);
    expect(() => sendTwoStepReset(developer, { personId: person.id })).toThrow(/members:write/);
    const admin = await aMember(world, ["admin"]);
    await expect(sendTwoStepReset(admin.viewer, { personId: owner.actor.id ?? "" })).rejects.toMatchObject({
      facts: { code: "member_owner" },
    });
  });
});

describe("who signs in with a browser they have not used", () => {
  const firefox = {
    address: null,
    userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
  };
  const mails = async () =>
    (await listMails(owner, { limit: 20 })).rows.filter(({ kind }) => kind === "new_device").length;
  const signInThere = () => signIn({ email: person.email, password: teamPassword, ...firefox });

  test("is written to; the first time and with the same one, not", async () => {
    await givePassword();
    await givePassword();
    expect(await mails()).toBe(0);
    await signInThere();
    expect(await mails()).toBe(1);
    await signInThere();
    expect(await mails()).toBe(1);
  });

  test("is written to after a second step too", async () => {
    const secret = await turnedOn();
    await giveCode((await givePassword()).id, totpAt(secret, Date.now()));
    nextCode();
    const there = await signInThere();
    expect(await mails()).toBe(0);
    if (!there.ok) throw new Error(there.reason);
    const code = totpAt(secret, Date.now());
    await finishSignIn({ sessionId: there.session.id, personId: person.id, code, ...firefox });
    expect(await mails()).toBe(1);
  });
});

test("who runs the server lets an owner in who lost every device, and the history says so", async () => {
  const { person: olive, viewer: hers } = await aMember(await aWorld(), ["super_admin"], { owner: true });
  await expect(linkToRecover(olive.email)).rejects.toMatchObject({ facts: { code: "two_step_off" } });
  await expect(linkToRecover("nobody@team.test")).rejects.toMatchObject({ facts: { status: 404 } });
  const secret = (await secretToConfirm(olive.id)) ?? "";
  await turnTwoStepOn(hers, { code: totpAt(secret, Date.now()) });
  const token = (await linkToRecover(olive.email.toUpperCase())).split("/").at(-1) ?? "";
  await expect(resetTwoStep(token, "not the password", nowhere)).rejects.toThrow();
  await resetTwoStep(token, teamPassword, nowhere);
  expect(await secondFactorSince(olive.id)).toBeNull();
  const { lines } = await listHistory(hers, {});
  expect(lines.map(({ action }) => action)).toContain("two_step.reset_sent");
});
