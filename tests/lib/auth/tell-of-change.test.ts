import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addPasskey, removePasskey } from "#lib/auth/passkeys/own-passkeys";
import { askForPasskey } from "#lib/auth/passkeys/registration";
import { secretToConfirm } from "#lib/auth/second-factor";
import { totpAt } from "#lib/auth/totp";
import { renewBackupCodes, turnTwoStepOff, turnTwoStepOn } from "#lib/auth/turn-two-step";
import { minute } from "#lib/clock";
import { chooseNotifications } from "#lib/notifications/choices";
import { addMember } from "#lib/people/add-member";
import { changePassword } from "#lib/people/change-password";
import { keepAccount } from "#lib/people/last-account";
import { environmentsOf } from "#lib/people/members";
import { requestPasswordReset, resetPassword } from "#lib/people/reset-password";
import { resetTwoStep, sendTwoStepReset } from "#lib/team/reset-two-step";
import { anAuthenticator } from "#tests/support/authenticator";
import { mailsOf } from "#tests/support/mails";
import { aMember, nowhere, teamPassword, tokenMailedTo, viewerIn } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

let world: World;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  world = await aWorld();
});
afterEach(() => vi.useRealTimers());

const told = async () =>
  (await mailsOf(world)).filter(({ kind }) => kind === "sign_in_changed").map(({ subject }) => subject);

test("every change to how somebody signs in is told by mail, which nobody turns off", async () => {
  const admin = (await aMember(world, ["super_admin"], { owner: true })).viewer;
  const { person, viewer } = await aMember(world, ["analyst"]);
  await chooseNotifications(viewer, { wanted: [] });

  const response = anAuthenticator().make(await askForPasskey(person, `register ${person.id}`));
  const { id } = await addPasskey(viewer, { name: "Blue key", response });
  await removePasskey(viewer, { id });
  const secret = (await secretToConfirm(person.id)) ?? "";
  const code = () => {
    vi.setSystemTime(Date.now() + minute);
    return totpAt(secret, Date.now());
  };
  await turnTwoStepOn(viewer, { code: code() });
  await renewBackupCodes(viewer, { code: code() });
  await turnTwoStepOff(viewer, { code: code() });
  const newPassword = "another good password";
  await changePassword(viewer, { currentPassword: teamPassword, newPassword, sessionId: "ses_1" });

  await requestPasswordReset(person.email, nowhere);
  await resetPassword(await tokenMailedTo(world, person.email), teamPassword, nowhere);
  const secret2 = (await secretToConfirm(person.id)) ?? "";
  vi.setSystemTime(Date.now() + minute);
  await turnTwoStepOn(viewer, { code: totpAt(secret2, Date.now()) });
  vi.setSystemTime(Date.now() + minute);
  await sendTwoStepReset(admin, { personId: person.id });
  await resetTwoStep(await tokenMailedTo(world, person.email), teamPassword, nowhere);

  expect(await told()).toEqual([
    "A passkey was added",
    "A passkey was removed",
    "Your second step is on",
    "New backup codes were made",
    "Your second step’s app was turned off",
    "Your password was changed",
    "Your password was changed",
    "Your second step is on",
    "Your second step was turned off",
  ]);
  const [first] = (await mailsOf(world)).filter(({ kind }) => kind === "sign_in_changed");
  expect(first).toMatchObject({ to: person.email });
  for (const fact of ["Blue key", nowhere.address, nowhere.userAgent]) expect(first?.text).toContain(fact);
  expect(first?.text).not.toMatch(/notifications/i);
});

test("who is in several accounts is told from the one where it happens, not the first of theirs", async () => {
  const elsewhere = await aWorld();
  const { person } = await aMember(elsewhere, ["analyst"]);
  vi.setSystemTime(Date.now() + minute);
  const { accountId, slug } = world.environment;
  await addMember({ accountId, personId: person.id, roles: ["analyst"], owner: false });
  const viewer = await viewerIn(slug, person);
  if (!viewer) throw new Error("not a member");
  const admin = (await aMember(world, ["super_admin"], { owner: true })).viewer;

  const secret = (await secretToConfirm(person.id)) ?? "";
  await turnTwoStepOn(viewer, { code: totpAt(secret, Date.now()) });
  await sendTwoStepReset(admin, { personId: person.id });
  await changePassword(viewer, {
    currentPassword: teamPassword,
    newPassword: "another good password",
    sessionId: "ses_1",
  });
  expect((await mailsOf(world)).map(({ kind, linkReaders }) => [kind, linkReaders])).toEqual([
    ["sign_in_changed", null],
    ["two_step_reset", null],
    ["sign_in_changed", null],
  ]);
  expect(await mailsOf(elsewhere)).toEqual([]);
});

test("before they are in one, they are told from the one they were in last, in its name", async () => {
  const elsewhere = await aWorld();
  const { person } = await aMember(world, ["analyst"]);
  const { accountId } = elsewhere.environment;
  await addMember({ accountId, personId: person.id, roles: ["analyst"], owner: false });
  const askFrom = async (last: World) => {
    await keepAccount(person.id, last.environment.accountId, await environmentsOf(person.id));
    await requestPasswordReset(person.email, nowhere);
  };
  await requestPasswordReset(person.email, nowhere);
  await askFrom(elsewhere);
  await askFrom(world);
  await askFrom(elsewhere);
  expect(await mailsOf(world)).toHaveLength(2);
  const mails = await mailsOf(elsewhere);
  expect(mails).toHaveLength(2);
  expect(mails[0]?.text).toMatch(new RegExp(`^${elsewhere.environment.accountName}\n`));
});
