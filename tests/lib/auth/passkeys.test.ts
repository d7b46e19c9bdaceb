import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { finishSignIn, finishWithPasskey, signInWithPasskey } from "#lib/auth/finish-sign-in";
import { askToUsePasskey } from "#lib/auth/passkeys/assertion";
import { addPasskey, removePasskey, renamePasskey } from "#lib/auth/passkeys/own-passkeys";
import { passkeysOf } from "#lib/auth/passkeys/passkeys";
import { askForPasskey } from "#lib/auth/passkeys/registration";
import { hasProved, proveWithPasskey } from "#lib/auth/proof";
import { secondFactorSince, secretToConfirm } from "#lib/auth/second-factor";
import { findSession, findWaitingSession } from "#lib/auth/sessions";
import { signIn } from "#lib/auth/sign-in";
import { totpAt } from "#lib/auth/totp";
import { renewBackupCodes, turnTwoStepOff, turnTwoStepOn } from "#lib/auth/turn-two-step";
import type { Viewer } from "#lib/auth/viewer";
import { hour, minute } from "#lib/clock";
import type { Person } from "#lib/people/people";
import { acceptWithPasskey } from "#lib/team/accept-invitation";
import { findInvitation } from "#lib/team/invitations";
import { inviteMembers } from "#lib/team/invite-members";
import { requireTwoStep, twoStepOfTeam } from "#lib/team/require-two-step";
import { acceptOwnership, offerOwnership } from "#lib/team/transfer-ownership";
import { anAuthenticator } from "#tests/support/authenticator";
import { aMember, nowhere, teamPassword, tokenMailedTo } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

let world: World;
let owner: Viewer;
let person: Person;
let viewer: Viewer;
let device: ReturnType<typeof anAuthenticator>;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  world = await aWorld();
  owner = (await aMember(world, ["super_admin"], { owner: true })).viewer;
  ({ person, viewer } = await aMember(world, ["admin"]));
  device = anAuthenticator();
});
afterEach(() => vi.useRealTimers());

const refused = { facts: { code: "passkey_refused" } };

async function added(by = device, name = "Phone") {
  const response = by.make(await askForPasskey(person, `register ${person.id}`));
  return addPasskey(viewer, { name, response });
}

async function givePassword() {
  const answer = await signIn({ email: person.email, password: teamPassword, ...nowhere });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.session;
}

const signedInWith = async (by = device) =>
  signInWithPasskey(by.use(await askToUsePasskey("sign-in")), nowhere);

describe("signing in with a passkey", () => {
  test("needs no password and no code, and counts as both", async () => {
    await added();
    await requireTwoStep(owner, { required: "yes" });
    const signedIn = await signedInWith();
    expect(signedIn.person.id).toBe(person.id);
    expect(await findSession(signedIn.session.id, person.id)).not.toBeNull();
    const [passkey] = await passkeysOf(person.id);
    expect(passkey).toMatchObject({ name: "Phone", counter: 1, lastUsedAt: Date.now() });
  });

  test("an answer opens once, and not after a quarter of an hour", async () => {
    await added();
    const answer = device.use(await askToUsePasskey("sign-in"));
    await signInWithPasskey(answer, nowhere);
    await expect(signInWithPasskey(answer, nowhere)).rejects.toMatchObject(refused);
    const late = await askToUsePasskey("sign-in");
    vi.setSystemTime(Date.now() + 16 * minute);
    await expect(signInWithPasskey(device.use(late), nowhere)).rejects.toMatchObject(refused);
  });

  test("two equal answers at once open one session", async () => {
    await added();
    const answer = device.use(await askToUsePasskey("sign-in"));
    const both = await Promise.allSettled([1, 2].map(() => signInWithPasskey(answer, nowhere)));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("what was asked for something else, elsewhere or by somebody else opens nothing", async () => {
    await added();
    const session = await givePassword();
    const forStep = device.use(await askToUsePasskey(`second-step ${session.id}`));
    const made = { challenge: Buffer.from("a.9999999999999.c").toString("base64url") };
    const unknown = anAuthenticator().use(await askToUsePasskey("sign-in"));
    for (const answer of [forStep, device.use(made), unknown]) {
      await expect(signInWithPasskey(answer, nowhere)).rejects.toMatchObject(refused);
    }
  });

  test("a passkey made or used at another address is refused", async () => {
    const elsewhere = anAuthenticator({ origin: "https://comptoir.example" });
    const otherParty = anAuthenticator({ rpId: "comptoir.example" });
    for (const by of [elsewhere, otherParty]) await expect(added(by)).rejects.toMatchObject(refused);
    await added();
    const answer = device.use(await askToUsePasskey("sign-in"));
    const client = JSON.parse(Buffer.from(answer.response.clientDataJSON, "base64url").toString());
    const forged = Buffer.from(JSON.stringify({ ...client, origin: "https://comptoir.example" }));
    answer.response.clientDataJSON = forged.toString("base64url");
    await expect(signInWithPasskey(answer, nowhere)).rejects.toMatchObject(refused);
  });

  test("a device that did not ask for finger, face or code is refused, and so is a copy of one", async () => {
    await expect(added(anAuthenticator({ verified: false }))).rejects.toMatchObject(refused);
    await added();
    await signedInWith();
    await signedInWith();
    device.forgetUses();
    await expect(signedInWith()).rejects.toMatchObject(refused);
  });

  test("a passkey used without asking for finger, face or code is one factor, and opens nothing", async () => {
    await added();
    device.skipVerification();
    await expect(signedInWith()).rejects.toMatchObject(refused);
    const waiting = await givePassword();
    const asked = await askToUsePasskey(`second-step ${waiting.id}`);
    const step = { sessionId: waiting.id, personId: person.id, ...nowhere };
    await expect(finishWithPasskey({ ...step, response: device.use(asked) })).rejects.toMatchObject(refused);
  });

  test("tries are counted by address", async () => {
    const address = "198.51.100.7";
    const attempt = async () =>
      signInWithPasskey(anAuthenticator().use(await askToUsePasskey("sign-in")), { ...nowhere, address });
    for (let n = 0; n < 31; n++) await attempt().catch(() => {});
    await expect(attempt()).rejects.toMatchObject({ facts: { code: "code_throttled" } });
  });
});

describe("a passkey as the second step", () => {
  test("a password waits for it, it ends the waiting session, and only one's own will do", async () => {
    await added();
    const waiting = await givePassword();
    expect(await findSession(waiting.id, person.id)).toBeNull();
    const step = { sessionId: waiting.id, personId: person.id, ...nowhere };
    const stranger = await aMember(world, ["analyst"]);
    const theirs = anAuthenticator();
    await addPasskey(stranger.viewer, {
      name: "Theirs",
      response: theirs.make(await askForPasskey(stranger.person, `register ${stranger.person.id}`)),
    });
    const asked = await askToUsePasskey(`second-step ${waiting.id}`);
    await expect(finishWithPasskey({ ...step, response: theirs.use(asked) })).rejects.toMatchObject(refused);
    const { session } = await finishWithPasskey({ ...step, response: device.use(asked) });
    expect(await findSession(session.id, person.id)).not.toBeNull();
    expect(await findWaitingSession(waiting.id, person.id)).toBeNull();
  });

  test("backup codes stand in for it, made after proving who one is", async () => {
    await added();
    const { codes } = await renewBackupCodes(viewer, {});
    const lapsed = { ...viewer, provedAt: Date.now() - hour };
    await expect(renewBackupCodes(lapsed, {})).rejects.toMatchObject({ facts: { code: "proof_needed" } });
    const waiting = await givePassword();
    const step = { sessionId: waiting.id, personId: person.id, ...nowhere };
    await expect(finishSignIn({ ...step, code: "123456" })).rejects.toMatchObject({
      facts: { code: "code_wrong" },
    });
    expect(await finishSignIn({ ...step, code: codes[0] ?? "" })).toMatchObject({
      person: { id: person.id },
    });
  });

  test("stays when the app is taken away, and counts for what the team requires", async () => {
    await added();
    const secret = (await secretToConfirm(person.id)) ?? "";
    await turnTwoStepOn(viewer, { code: totpAt(secret, Date.now()) });
    await requireTwoStep(owner, { required: "yes" });
    vi.setSystemTime(Date.now() + minute);
    await turnTwoStepOff(viewer, { code: totpAt(secret, Date.now()) });
    expect(await secondFactorSince(person.id)).not.toBeNull();
    expect((await twoStepOfTeam(owner)).personIds).toContain(person.id);
  });

  test("proves who one is for dangerous acts, and for taking an account over", async () => {
    await added();
    const { session } = await signedInWith();
    const lapsed = { ...viewer, provedAt: Date.now() - hour };
    const answer = device.use(await askToUsePasskey(`prove ${session.id}`));
    const proved = await proveWithPasskey(lapsed, { sessionId: session.id, response: answer });
    expect(hasProved({ provedAt: proved.session.provedAt })).toBe(true);
    expect(await findSession(session.id, person.id)).toBeNull();
    const { person: first, viewer: theirs } = await aMember(world, ["super_admin"], { owner: true });
    const secret = (await secretToConfirm(first.id)) ?? "";
    await turnTwoStepOn(theirs, { code: totpAt(secret, Date.now()) });
    vi.setSystemTime(Date.now() + minute);
    await offerOwnership(theirs, { personId: person.id, code: totpAt(secret, Date.now()) });
    await expect(acceptOwnership(lapsed, {})).rejects.toMatchObject({ facts: { code: "proof_needed" } });
    await acceptOwnership({ ...viewer, provedAt: Date.now() }, {});
  });
});

describe("one's own passkeys", () => {
  test("are named, renamed and removed; another person's is a 404; each asks for proof", async () => {
    const { id } = await added();
    await renamePasskey(viewer, { id, name: "Old phone" });
    expect(await passkeysOf(person.id)).toMatchObject([{ name: "Old phone" }]);
    const other = (await aMember(world, ["admin"])).viewer;
    await expect(renamePasskey(other, { id, name: "Mine" })).rejects.toMatchObject({
      facts: { status: 404 },
    });
    await expect(removePasskey(other, { id })).rejects.toMatchObject({ facts: { status: 404 } });
    const lapsed = { ...viewer, provedAt: Date.now() - hour };
    await expect(removePasskey(lapsed, { id })).rejects.toMatchObject({ facts: { code: "proof_needed" } });
    await removePasskey(viewer, { id });
    await expect(signedInWith()).rejects.toMatchObject(refused);
  });

  test("one device's is kept once, and never under two people", async () => {
    await added();
    const again = added();
    await expect(again).rejects.toMatchObject({ facts: { code: "passkey_known" } });
  });

  test("the last second step stays while an account asks for one", async () => {
    const { id } = await added();
    await requireTwoStep(owner, { required: "yes" });
    await expect(removePasskey(viewer, { id })).rejects.toMatchObject({
      facts: { code: "two_step_required" },
    });
  });
});

describe("an invitation", () => {
  async function invited(email: string) {
    await inviteMembers(owner, { emails: [email], roles: ["analyst"], message: null });
    const token = await tokenMailedTo(world, email);
    return { token, id: (await findInvitation(token))?.invitation.id ?? "" };
  }

  test("is accepted with a passkey, and then nobody signs in with a password", async () => {
    const email = "paula@team.test";
    const { token, id } = await invited(email);
    const self = { name: "Paula", locale: "en" as const };
    const response = device.make(await askForPasskey({ email, name: email }, `join ${id}`));
    const { person: paula } = await acceptWithPasskey({ ...self, response }, token, nowhere);
    expect((await signedInWith()).person.id).toBe(paula.id);
    for (const password of ["", "none", teamPassword]) {
      expect(await signIn({ email, password, ...nowhere })).toMatchObject({ ok: false, reason: "wrong" });
    }
    const viewerOfPaula = { ...viewer, actor: { ...viewer.actor, id: paula.id } };
    const [only] = await passkeysOf(paula.id);
    const removing = removePasskey(viewerOfPaula, { id: only?.id ?? "" });
    await expect(removing).rejects.toMatchObject({ facts: { code: "passkey_only" } });
  });

  test("a passkey made for another invitation does not accept this one", async () => {
    const [one, other] = [await invited("one@team.test"), await invited("other@team.test")];
    const who = { email: "one@team.test", name: "One" };
    const response = device.make(await askForPasskey(who, `join ${one.id}`));
    const joining = acceptWithPasskey({ name: "One", locale: "en", response }, other.token, nowhere);
    await expect(joining).rejects.toMatchObject(refused);
  });
});
