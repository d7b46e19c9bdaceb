import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { secretToConfirm } from "#lib/auth/second-factor";
import { totpAt } from "#lib/auth/totp";
import { turnTwoStepOn } from "#lib/auth/turn-two-step";
import type { Viewer } from "#lib/auth/viewer";
import { day, minute } from "#lib/clock";
import { membershipOf } from "#lib/people/members";
import { leaveAccount } from "#lib/team/leave-account";
import { acceptOwnership, offerOwnership, openOffer, withdrawOffer } from "#lib/team/transfer-ownership";
import { aMember, viewerIn } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

type Member = Awaited<ReturnType<typeof aMember>>;
let world: World;
let owner: Member;
let other: Member;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  world = await aWorld();
  owner = await aMember(world, ["super_admin"], { owner: true });
  other = await aMember(world, ["analyst"]);
});
afterEach(() => vi.useRealTimers());

/** Turns somebody's second step on; each call of what it answers is a code that was not used. */
async function codesOf({ person, viewer }: Member): Promise<() => string> {
  const secret = (await secretToConfirm(person.id)) ?? "";
  await turnTwoStepOn(viewer, { code: totpAt(secret, Date.now()) });
  return () => {
    vi.setSystemTime(Date.now() + minute);
    return totpAt(secret, Date.now());
  };
}

const gone = { facts: { status: 409, code: "owner_offer_gone" } };
const accountOf = ({ environment }: Viewer) => environment.accountId;
const owns = async ({ person, viewer }: Member) => (await membershipOf(accountOf(viewer), person.id))?.owner;

test("an account changes hands when its owner offers it and the other accepts, each with a code", async () => {
  const [mine, theirs] = [await codesOf(owner), await codesOf(other)];
  await offerOwnership(owner.viewer, { personId: other.person.id, code: mine() });
  expect([await owns(owner), await owns(other)]).toEqual([true, false]);
  await acceptOwnership(other.viewer, { code: theirs() });
  expect([await owns(owner), await owns(other)]).toEqual([false, true]);
  const before = await viewerIn(world.environment.slug, owner.person);
  expect(before?.permissions.has("super_admins:grant")).toBe(true);
  expect(before?.permissions.has("ownership:transfer")).toBe(false);
  await expect(acceptOwnership(other.viewer, { code: theirs() })).rejects.toMatchObject(gone);
});

test("nobody else offers or accepts it, and none without a second step", async () => {
  const mine = await codesOf(owner);
  const { viewer: admin } = await aMember(world, ["super_admin"]);
  await expect(offerOwnership(admin, { personId: other.person.id, code: "000000" })).rejects.toMatchObject({
    facts: { status: 403 },
  });
  await offerOwnership(owner.viewer, { personId: other.person.id, code: mine() });
  await expect(acceptOwnership(admin, { code: "000000" })).rejects.toMatchObject(gone);
  await expect(acceptOwnership(other.viewer, { code: "000000" })).rejects.toMatchObject({
    facts: { code: "two_step_needed" },
  });
});

test("a wrong code, a stranger, an old offer and one taken back change nothing", async () => {
  const [mine, theirs] = [await codesOf(owner), await codesOf(other)];
  const personId = other.person.id;
  await expect(offerOwnership(owner.viewer, { personId, code: "000000" })).rejects.toMatchObject({
    facts: { code: "code_wrong" },
  });
  const stranger = await aMember(await aWorld(), ["analyst"]);
  await expect(
    offerOwnership(owner.viewer, { personId: stranger.person.id, code: mine() }),
  ).rejects.toMatchObject({ facts: { status: 404 } });
  await offerOwnership(owner.viewer, { personId, code: mine() });
  await withdrawOffer(owner.viewer);
  await expect(acceptOwnership(other.viewer, { code: theirs() })).rejects.toMatchObject(gone);
  await offerOwnership(owner.viewer, { personId, code: mine() });
  vi.setSystemTime(Date.now() + 8 * day);
  expect(await openOffer(owner.viewer)).toBeNull();
  await expect(acceptOwnership(other.viewer, { code: theirs() })).rejects.toMatchObject(gone);
  expect(await owns(owner)).toBe(true);
});

test("a member leaves by themselves; the owner does not", async () => {
  await leaveAccount(other.viewer);
  expect(await viewerIn(world.environment.slug, other.person)).toBeNull();
  await expect(leaveAccount(owner.viewer)).rejects.toMatchObject({ facts: { code: "member_owner" } });
});
