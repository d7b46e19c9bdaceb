import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { hasProved, proveIdentity } from "#lib/auth/proof";
import { findSession } from "#lib/auth/sessions";
import { secretToConfirm } from "#lib/auth/second-factor";
import { signIn } from "#lib/auth/sign-in";
import { totpAt } from "#lib/auth/totp";
import { turnTwoStepOn } from "#lib/auth/turn-two-step";
import type { Viewer } from "#lib/auth/viewer";
import { minute } from "#lib/clock";
import { createKey } from "#lib/keys/create-key";
import type { Person } from "#lib/people/people";
import { changeRoles } from "#lib/team/change-roles";
import { inviteMembers } from "#lib/team/invite-members";
import { removeMember } from "#lib/team/remove-member";
import { requireTwoStep } from "#lib/team/require-two-step";
import { sendTwoStepReset } from "#lib/team/reset-two-step";
import { aMember, nowhere, teamPassword } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

let world: World;
let person: Person;
let viewer: Viewer;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  world = await aWorld();
  ({ person, viewer } = await aMember(world, ["super_admin"], { owner: true }));
});
afterEach(() => vi.useRealTimers());

const long = 31 * minute;

async function aSession(): Promise<string> {
  const answer = await signIn({ email: person.email, password: teamPassword, ...nowhere });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.session.id;
}

async function asOf(sessionId: string): Promise<Viewer> {
  const signedIn = await findSession(sessionId, person.id);
  return { ...viewer, provedAt: signedIn?.session.provedAt ?? null };
}

test("a borrowed browser makes no keys, and changes nobody, half an hour after its person signed in", async () => {
  const { person: other } = await aMember(world, ["analyst"]);
  const personId = other.id;
  const sessionId = await aSession();
  expect(hasProved(await asOf(sessionId))).toBe(true);
  vi.setSystemTime(Date.now() + long);
  const borrowed = await asOf(sessionId);
  const acts = [
    () => createKey(borrowed, { kind: "secret", name: "Mine" }),
    () => changeRoles(borrowed, { personId, roles: ["view_only"] }),
    () => removeMember(borrowed, { personId }),
    () => inviteMembers(borrowed, { emails: ["a@b.fr"], roles: ["view_only"], message: null }),
    () => requireTwoStep(borrowed, { required: "yes" }),
    () => sendTwoStepReset(borrowed, { personId }),
  ];
  for (const act of acts) {
    await expect((async () => act())()).rejects.toMatchObject({
      facts: { status: 403, code: "proof_needed" },
    });
  }
  const { session } = await proveIdentity(borrowed, { sessionId, typed: teamPassword });
  expect(await findSession(sessionId, person.id)).toBeNull();
  await changeRoles(await asOf(session.id), { personId, roles: ["view_only"] });
});

test("a wrong password proves nothing, and cannot be guessed at without end", async () => {
  const sessionId = await aSession();
  vi.setSystemTime(Date.now() + long);
  const guess = () => proveIdentity(viewer, { sessionId, typed: "a guess" });
  for (let tries = 0; tries < 5; tries++) {
    await expect(guess()).rejects.toMatchObject({ facts: { code: "password_wrong" } });
  }
  await expect(guess()).rejects.toMatchObject({ facts: { status: 429 } });
  expect(hasProved(await asOf(sessionId))).toBe(false);
});

test("who has a second step proves themselves with it, not with the password alone", async () => {
  const sessionId = await aSession();
  const secret = (await secretToConfirm(person.id)) ?? "";
  await turnTwoStepOn(viewer, { code: totpAt(secret, Date.now()) });
  vi.setSystemTime(Date.now() + long);
  await expect(proveIdentity(viewer, { sessionId, typed: teamPassword })).rejects.toMatchObject({
    facts: { code: "code_wrong" },
  });
  const { session } = await proveIdentity(viewer, { sessionId, typed: totpAt(secret, Date.now()) });
  expect(hasProved(await asOf(session.id))).toBe(true);
});

test("keys, jobs and the operator need not prove themselves", () => {
  expect(hasProved({})).toBe(true);
  expect(hasProved({ provedAt: null })).toBe(false);
});
