import { beforeEach, expect, test } from "vitest";
import { transaction } from "#db/transaction";
import { findSession, openSessions } from "#lib/auth/sessions";
import { signIn, signInNewcomer } from "#lib/auth/sign-in";
import type { Viewer } from "#lib/auth/viewer";
import { whileAllowed } from "#lib/auth/while-allowed";
import { toCsv } from "#lib/csv";
import { createKey } from "#lib/keys/create-key";
import { keysMadeBy } from "#lib/keys/keys-made-by";
import { keysOfGone } from "#lib/keys/keys-of-gone";
import { rollKey } from "#lib/keys/roll-key";
import { readingOf, readQuery } from "#lib/lists/list-source";
import { fromWords } from "#lib/lists/words";
import { addMember } from "#lib/people/add-member";
import { listTeam } from "#lib/people/members";
import { changeRoles } from "#lib/team/change-roles";
import { exportTeam } from "#lib/team/export-team";
import { inviteMembers } from "#lib/team/invite-members";
import { assertAdminStays } from "#lib/team/protected-members";
import { removeMember } from "#lib/team/remove-member";
import { signOutMember } from "#lib/team/sign-out-member";
import { teamList } from "#lib/team/team-list";
import { aMember, nowhere, teamPassword, viewerIn } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

let world: World;
let owner: Awaited<ReturnType<typeof aMember>>;
beforeEach(async () => {
  world = await aWorld();
  owner = await aMember(world, ["super_admin"], { owner: true });
});

const status = (code: number) => ({ facts: { status: code } });
const signedIn = (email: string) => signIn({ email, password: teamPassword, ...nowhere });

test("other roles count with the next request", async () => {
  const { person } = await aMember(world, ["view_only"]);
  await changeRoles(owner.viewer, { personId: person.id, roles: ["refund_analyst", "view_only"] });
  const next = await viewerIn(world.environment.slug, person);
  expect(next?.permissions.has("refunds:write") && next.permissions.has("exports:read")).toBe(true);
});

test("who is removed finds nothing with the next request, and their keys are told of", async () => {
  const { person, viewer } = await aMember(world, ["developer"]);
  await signedIn(person.email);
  const { key } = await createKey(viewer, { kind: "secret", name: "Shop" });
  await removeMember(owner.viewer, { personId: person.id });
  expect(await viewerIn(world.environment.slug, person)).toBeNull();
  expect(await openSessions(person.id)).toEqual([]);
  expect(await keysMadeBy(owner.viewer, person.id)).toMatchObject([{ id: key.id, name: "Shop" }]);
});

test("who is in another account too stays signed in there", async () => {
  const { person } = await aMember(world, ["developer"]);
  const elsewhere = await aWorld();
  await addMember({ accountId: elsewhere.environment.accountId, personId: person.id, roles: ["analyst"] });
  await signedIn(person.email);
  await removeMember(owner.viewer, { personId: person.id });
  expect(await openSessions(person.id)).toHaveLength(1);
  expect(await viewerIn(elsewhere.environment.slug, person)).not.toBeNull();
});

test("the owner stays, and nobody changes or removes themselves", async () => {
  const admin = await aMember(world, ["super_admin"]);
  const both = (viewer: Viewer, personId: string) => [
    () => changeRoles(viewer, { personId, roles: ["view_only"] }),
    () => removeMember(viewer, { personId }),
  ];
  for (const act of [...both(admin.viewer, owner.person.id), ...both(admin.viewer, admin.person.id)]) {
    await expect(act()).rejects.toMatchObject(status(409));
  }
});

test("an account without an owner keeps its last administrator", async () => {
  const orphan = await aWorld();
  const [last, iam] = [await aMember(orphan, ["admin"]), await aMember(orphan, ["iam_admin"])];
  await expect(removeMember(iam.viewer, { personId: last.person.id })).rejects.toMatchObject({
    facts: { code: "member_last_admin" },
  });
  expect(await listTeam(iam.viewer)).toHaveLength(2);
  await transaction(iam.viewer, (tx) => assertAdminStays(tx.db, orphan.environment.accountId));
});

test.each([
  ["iam_admin", ["admin"], ["admin", "analyst"], 200],
  ["iam_admin", ["analyst"], ["admin"], 403],
  ["iam_admin", ["super_admin"], ["analyst"], 200],
  ["admin", ["analyst"], ["super_admin"], 403],
  ["admin", ["super_admin"], ["admin"], 200],
  ["developer", ["analyst"], ["view_only"], 403],
  ["sandbox_admin", ["analyst"], ["view_only"], 403],
] as const)("%s changes %j to %j: %i", async (who, before, after, expected) => {
  const { viewer } = await aMember(world, [who]);
  const { person } = await aMember(world, [...before]);
  const changing = Promise.resolve().then(() => changeRoles(viewer, { personId: person.id, roles: after }));
  if (expected === 200) await expect(changing).resolves.toBe(person.id);
  else await expect(changing).rejects.toMatchObject(status(expected));
});

test("another account's members are not there", async () => {
  const elsewhere = await aMember(await aWorld(), ["analyst"]);
  const { id: personId } = elsewhere.person;
  await expect(removeMember(owner.viewer, { personId })).rejects.toMatchObject(status(404));
  await expect(changeRoles(owner.viewer, { personId, roles: ["view_only"] })).rejects.toMatchObject(
    status(404),
  );
});

test("who is removed while a long file is made gets no more of it", async () => {
  const { person, viewer } = await aMember(world, ["developer"]);
  const admin = (await aMember(world, ["admin"])).viewer;
  const got: number[] = [];
  const reading = async () => {
    for await (const part of whileAllowed(viewer, "security_history:read", manyParts())) {
      if (got.push(part) === 50) await removeMember(admin, { personId: person.id });
    }
  };
  await expect(reading()).rejects.toMatchObject({ facts: { status: 403 } });
  expect(got.length).toBeLessThanOrEqual(100);
});

async function* manyParts() {
  for (let part = 0; part < 500; part++) yield part;
}

const asked = (viewer: Viewer, words: string) =>
  readQuery(teamList, fromWords(words), readingOf(viewer)).query;

async function listed(viewer: Viewer, words: string) {
  const page = { direction: "older", from: null, size: 25 } as const;
  return (await teamList.page(viewer, asked(viewer, words), page)).rows;
}

test("the team is narrowed by name, email and role, on the page and in the file", async () => {
  await aMember(world, ["analyst"]);
  const { person } = await aMember(world, ["developer"]);
  const names = async (words: string) => (await listed(owner.viewer, words)).map(({ name }) => name);
  expect(await names("")).toEqual(["Olive", "analyst", "developer"]);
  expect(await names("sort=name_down")).toEqual(["developer", "analyst", "Olive"]);
  expect(await names("sort=newest")).toEqual(["developer", "analyst", "Olive"]);
  expect(await names("q=DEV")).toEqual(["developer"]);
  expect(await names(`q=${person.email}`)).toEqual(["developer"]);
  expect(await names("role=owner")).toEqual(["Olive"]);
  expect(await names("role=owner&role=analyst&sort=oldest")).toEqual(["Olive", "analyst"]);
  expect(await names("q=dev&role=analyst")).toEqual([]);
  expect(await names("role=root")).toHaveLength(3);
  expect(await names("to=2020-01-01")).toEqual([]);
  const file = await exportTeam(owner.viewer, asked(owner.viewer, "role=developer"));
  expect(file.split("\r\n").slice(1, -1)).toEqual([
    expect.stringContaining(`developer,${person.email},Developer,`),
  ]);
});

test("an administrator signs a member out everywhere, and nobody who is protected", async () => {
  const { person, viewer } = await aMember(world, ["analyst"]);
  const { session } = await signInNewcomer(person, nowhere);
  await expect(async () => signOutMember(viewer, { personId: person.id })).rejects.toMatchObject(status(403));
  const protectedOne = { personId: owner.person.id };
  const admin = (await aMember(world, ["admin"])).viewer;
  await expect(signOutMember(admin, protectedOne)).rejects.toMatchObject(status(409));
  await signOutMember(admin, { personId: person.id });
  expect(await findSession(session.id, person.id)).toBeNull();
  expect(await listTeam(admin)).toHaveLength(3);
});

test("keys of who has left are named until each is rolled", async () => {
  const { person, viewer } = await aMember(world, ["developer"]);
  const { key } = await createKey(viewer, { kind: "secret", name: "Shop" });
  await createKey(viewer, { kind: "publishable", name: "Page" });
  expect(await keysOfGone(owner.viewer)).toEqual([]);
  await removeMember(owner.viewer, { personId: person.id });
  expect(await keysOfGone(owner.viewer)).toEqual([{ id: key.id, name: "Shop", maker: person.name }]);
  await rollKey(owner.viewer, { id: key.id, overlapHours: 1 });
  expect(await keysOfGone(owner.viewer)).toEqual([]);
});

test("who was invited is narrowed by status, and stands in the file of who may invite", async () => {
  await inviteMembers(owner.viewer, { emails: ["new@team.test"], roles: ["analyst"], message: null });
  const { viewer: reader } = await aMember(world, ["view_only"]);
  const rows = async (words: string, viewer = owner.viewer) =>
    (await exportTeam(viewer, asked(viewer, words))).split("\r\n").slice(1, -1);
  expect(await rows("")).toHaveLength(3);
  expect(await rows("status=member")).toHaveLength(2);
  expect(await rows("status=open")).toEqual([expect.stringMatching(/^,new@team.test,Analyst,Invited,,/)]);
  expect(await rows("status=open&role=developer")).toEqual([]);
  expect(await rows("status=expired")).toEqual([]);
  expect(await rows("", reader)).toHaveLength(2);
  expect(await listed(owner.viewer, "status=open")).toMatchObject([
    { email: "new@team.test", name: null, inviterName: "Olive" },
  ]);
  expect(await listed(reader, "status=open")).toEqual([]);
  const sum = (viewer: Viewer) => teamList.sum(viewer, asked(viewer, ""), readingOf(viewer));
  expect(await sum(owner.viewer)).toEqual([{ currency: null, count: 3, amount: 0 }]);
  expect(await sum(reader)).toEqual([{ currency: null, count: 2, amount: 0 }]);
});

test("a file computes nothing when a spreadsheet opens it", () => {
  expect(toCsv([['=HYPERLINK("x")', 'a "b", c', "-1+2"]])).toBe(
    `"'=HYPERLINK(""x"")","a ""b"", c",'-1+2\r\n`,
  );
  expect(toCsv([["-12.50"]])).toBe("-12.50\r\n");
});
