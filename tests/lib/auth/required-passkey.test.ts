import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { enrolWithPasskey } from "#lib/auth/enrol-with-passkey";
import { finishSignIn, signInWithPasskey } from "#lib/auth/finish-sign-in";
import { askToUsePasskey } from "#lib/auth/passkeys/assertion";
import { addPasskey } from "#lib/auth/passkeys/own-passkeys";
import { askForPasskey } from "#lib/auth/passkeys/registration";
import { appSince, secretToConfirm } from "#lib/auth/second-factor";
import { findSession } from "#lib/auth/sessions";
import { signIn } from "#lib/auth/sign-in";
import { totpAt } from "#lib/auth/totp";
import type { Viewer } from "#lib/auth/viewer";
import type { Person } from "#lib/people/people";
import { requireTwoStep, twoStepOfTeam } from "#lib/team/require-two-step";
import { anAuthenticator } from "#tests/support/authenticator";
import { aMember, nowhere, teamPassword } from "#tests/support/team";
import { aWorld } from "#tests/support/world";

let owner: Viewer;
let person: Person;
let viewer: Viewer;
let device: ReturnType<typeof anAuthenticator>;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const world = await aWorld();
  owner = (await aMember(world, ["super_admin"], { owner: true })).viewer;
  ({ person, viewer } = await aMember(world, ["admin"]));
  device = anAuthenticator();
  await requireTwoStep(owner, { required: "yes" });
});
afterEach(() => vi.useRealTimers());

const refused = { facts: { code: "passkey_refused" } };
const again = { facts: { status: 401 } };

async function givePassword() {
  const answer = await signIn({ email: person.email, password: teamPassword, ...nowhere });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.session;
}

const addedElsewhere = async (by = anAuthenticator()) =>
  addPasskey(viewer, {
    name: "Phone",
    response: by.make(await askForPasskey(person, `register ${person.id}`)),
  });

async function waitingToEnrol() {
  const { id: sessionId, waitsFor } = await givePassword();
  expect(waitsFor).toBe("enrolment");
  return { sessionId, personId: person.id, ...nowhere };
}
const madeFor = async (sessionId: string) => device.make(await askForPasskey(person, `enrol ${sessionId}`));

test("a required second step takes a passkey, made on signing in, for one: the next password waits for it", async () => {
  const step = await waitingToEnrol();
  const response = await madeFor(step.sessionId);
  const { session } = await enrolWithPasskey({ ...step, response });
  expect(await findSession(session.id, person.id)).not.toBeNull();
  expect((await twoStepOfTeam(owner)).personIds).toContain(person.id);
  await expect(enrolWithPasskey({ ...step, response })).rejects.toMatchObject(again);
  const waiting = await givePassword();
  expect(waiting.waitsFor).toBe("code");
  const signedIn = await signInWithPasskey(device.use(await askToUsePasskey("sign-in")), nowhere);
  expect(signedIn.person.id).toBe(person.id);
});

test("a required second step takes none that was made for something else, or by who has a second step to give", async () => {
  const step = await waitingToEnrol();
  const elsewhere = device.make(await askForPasskey(person, `register ${person.id}`));
  await expect(enrolWithPasskey({ ...step, response: elsewhere })).rejects.toMatchObject(refused);
  await addedElsewhere();
  const { id: sessionId } = await givePassword();
  const response = await madeFor(sessionId);
  await expect(enrolWithPasskey({ ...step, sessionId, response })).rejects.toMatchObject(again);
});

test("what waited for a first second step adds no other once there is one", async () => {
  const step = await waitingToEnrol();
  const response = await madeFor(step.sessionId);
  const secret = (await secretToConfirm(person.id)) ?? "";
  await addedElsewhere();
  await expect(enrolWithPasskey({ ...step, response })).rejects.toMatchObject(again);
  const code = totpAt(secret, Date.now());
  await expect(finishSignIn({ ...step, code })).rejects.toMatchObject(again);
  expect(await appSince(person.id)).toBeNull();
});
