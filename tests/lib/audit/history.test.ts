import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { auditLines } from "#db/schema/index";
import { globalTransaction, transaction } from "#db/transaction";
import { groupOfAction, type KnownAction, knownActions } from "#lib/audit/actions";
import { audit } from "#lib/audit/audit";
import { exportHistory } from "#lib/audit/export-history";
import { getHistoryLine, historyShown, listHistory, verifyHistory } from "#lib/audit/history";
import { namesIn } from "#lib/audit/names";
import { signIn } from "#lib/auth/sign-in";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { changeRoles } from "#lib/team/change-roles";
import { aMember, nowhere } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

let world: World;
let viewer: Viewer;
beforeEach(async () => {
  world = await aWorld();
  ({ viewer } = world);
});
afterEach(() => vi.useRealTimers());

const write = (action: KnownAction, subject = "x") =>
  transaction(viewer, (tx) => audit(tx, action, { subject }));
const actions = async (choice = {}) => (await listHistory(viewer, choice)).lines.map(({ action }) => action);

test("says who changed whose roles, from what to what", async () => {
  const { viewer: owner } = await aMember(world, ["super_admin"], { owner: true });
  const { person } = await aMember(world, ["analyst"]);
  await changeRoles(owner, { personId: person.id, roles: ["view_only"] });
  const { lines } = await listHistory(viewer, { group: "team" });
  expect(lines[0]).toMatchObject({
    action: "member.roles_changed",
    actor: { id: owner.actor.id },
    subject: person.id,
    before: { roles: ["analyst"] },
    after: { roles: ["view_only"] },
    address: nowhere.address,
  });
  expect((await namesIn(lines, "en")).get(person.id)).toBe(person.name);
  expect(await actions({ text: person.name })).toContain("member.roles_changed");
});

test("names the role, the person or the key that a refund limit is about", async () => {
  const { person } = await aMember(world, ["analyst"]);
  await write("refund_limit.changed", "role:refund_analyst");
  await write("refund_limit.changed", `person:${person.id}`);
  const { lines } = await listHistory({ ...viewer, locale: "fr" }, { text: "analyste des remb" });
  expect(lines.map(({ subject }) => subject)).toEqual(["role:refund_analyst"]);
  const [role, member] = ["role:refund_analyst", `person:${person.id}`];
  const names = await namesIn((await listHistory(viewer, {})).lines, "en");
  expect([names.get(role), names.get(member)]).toEqual(["Refund analyst", person.name]);
});

test("tells of a wrong password for a member", async () => {
  const { person } = await aMember(world, ["analyst"]);
  await signIn({ email: person.email, password: "a guess at it", ...nowhere });
  await vi.waitFor(async () => expect(await actions({ text: person.id })).toEqual(["session.refused"]));
});

test("is narrowed by kind, by who and by days, and read page by page", async () => {
  for (let count = 0; count < 30; count++)
    await write(count % 2 ? "refund.created" : "key.created", `s${count}`);
  expect(await actions({ group: "developers" })).toHaveLength(15);
  expect(await actions({ text: "S29" })).toEqual(["refund.created"]);
  expect(await actions({ until: Date.now() - day })).toEqual([]);
  const first = await listHistory(viewer, { group: "money" }, { size: 10 });
  const second = await listHistory(viewer, { group: "money" }, { size: 10, after: first.older ?? undefined });
  expect(second.older).toBeNull();
  const subjects = [...first.lines, ...second.lines].map(({ subject }) => subject);
  expect(subjects).toEqual(Array.from({ length: 15 }, (_, index) => `s${29 - 2 * index}`));
});

test("shows 180 days, and keeps what is older", async () => {
  await write("key.created");
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + historyShown + day });
  expect(await actions()).toEqual([]);
  expect(await verifyHistory(viewer)).toMatchObject({ lines: 2, brokenAt: null });
});

test("says which line was changed behind its back", async () => {
  await write("key.created");
  await write("key.revoked");
  const chain = viewer.environment.accountId;
  await globalTransaction((db) =>
    db
      .update(auditLines)
      .set({ subject: "y" })
      .where(and(eq(auditLines.chain, chain), eq(auditLines.sequence, 2))),
  );
  expect(await verifyHistory(viewer)).toMatchObject({ brokenAt: 2 });
});

test("becomes a file that computes nothing", async () => {
  await write("key.created", "=1+1");
  const { viewer: admin } = await aMember(world, ["admin"]);
  let file = "";
  for await (const part of exportHistory(admin, { group: "developers" })) file += part;
  expect(file.split("\r\n")).toHaveLength(3);
  expect(file).toContain(",API key created,'=1+1,");
});

test.each(["analyst", "support_specialist", "refund_analyst", "dispute_analyst"] as const)(
  "is not for %s",
  async (role) => {
    const other = world.viewerWith([role]);
    await expect(listHistory(other, {})).rejects.toMatchObject({ facts: { status: 403 } });
    await expect(getHistoryLine(other, 1)).rejects.toMatchObject({ facts: { status: 403 } });
    await expect(exportHistory(other, {}).next()).rejects.toMatchObject({ facts: { status: 403 } });
    expect(() => verifyHistory(other)).toThrow(/security_history:read/);
  },
);

test("holds no other account's lines", async () => {
  await write("key.created");
  const other = await aWorld();
  const { lines } = await listHistory(other.viewer, {});
  expect(lines.map(({ action }) => action)).toEqual(["account.created"]);
  await expect(getHistoryLine(other.viewer, 2)).rejects.toMatchObject({ facts: { status: 404 } });
});

test("every action that has words is in a group people look in", () => {
  expect(knownActions.filter((action) => groupOfAction(action) === "other")).toEqual([]);
});
