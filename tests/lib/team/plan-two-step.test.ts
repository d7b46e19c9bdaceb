import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { accounts, auditLines, people } from "#db/schema/index";
import { globalReader, globalTransaction } from "#db/transaction";
import { listHistory } from "#lib/audit/history";
import { signIn } from "#lib/auth/sign-in";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { toDoOf } from "#lib/home/to-do";
import { listMails } from "#lib/mail/queries";
import { planTwoStep } from "#lib/team/plan-two-step";
import { postponeTwoStep } from "#lib/team/postpone-two-step";
import { requireTwoStep, twoStepOfTeam } from "#lib/team/require-two-step";
import { aMember, nowhere, teamPassword } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

let world: World;
let owner: Viewer;
beforeEach(async () => {
  world = await aWorld();
  ({ viewer: owner } = await aMember(world, ["super_admin"], { owner: true }));
});
afterEach(() => vi.useRealTimers());

/** As an account that an earlier version opened: nobody was asked. */
async function asOpenedBefore(): Promise<void> {
  await withoutPlan();
  await globalTransaction(async (db) => {
    await db.delete(auditLines).where(eq(auditLines.chain, world.environment.accountId));
  });
}

/** As an account from before plans: its history alone says whether anybody decided. */
async function withoutPlan(): Promise<void> {
  const { accountId: id } = world.environment;
  await globalTransaction(async (db) => {
    const [account] = await db.select().from(accounts).where(eq(accounts.id, id));
    const { twoStepPlan: _, ...settings } = account?.settings ?? {};
    await db
      .update(accounts)
      .set({ settings: settings as typeof accounts.$inferSelect.settings })
      .where(eq(accounts.id, id));
  });
}

const after = (days: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + days * day });
const isRequired = async () => (await twoStepOfTeam(owner)).requiredSince !== null;
const planned = async () => (await twoStepOfTeam(owner)).plan;
/** From when somebody reads on Home that they are asked for a second step of their own. */
const askedFrom = async (viewer: Viewer) =>
  (await toDoOf(viewer)).find(({ kind }) => kind === "secondStep")?.by;
const isToDo = async (viewer: Viewer) => (await toDoOf(viewer)).some(({ kind }) => kind === "twoStep");

test("an account of before asks for a second step in thirty days, and its administrators are told", async () => {
  const { viewer: analyst, person } = await aMember(world, ["analyst"]);
  await asOpenedBefore();
  await planTwoStep();
  await planTwoStep();
  expect((await planned())?.from).toBeGreaterThan(Date.now() + 29 * day);
  expect(await isToDo(owner)).toBe(true);
  expect(await isToDo(analyst)).toBe(false);
  expect(await askedFrom(analyst)).toBe((await planned())?.from);
  const { rows } = await listMails({ ...world.viewer, door: "operator" }, { limit: 20 });
  const told = rows.filter(({ kind }) => kind === "two_step_planned");
  expect(told.map(({ personId }) => personId)).toEqual([owner.actor.id]);
  expect(await isRequired()).toBe(false);

  after(31);
  await planTwoStep();
  expect(await isRequired()).toBe(true);
  expect(await isToDo(owner)).toBe(false);
  expect(await askedFrom(analyst)).toBeNull();
  const { lines } = await listHistory(owner, { group: "signing_in" });
  expect(lines.map(({ action, actor }) => [action, actor.type])).toEqual([
    ["two_step.requirement_changed", "system"],
    ["two_step.requirement_planned", "system"],
  ]);
  const signedIn = await signIn({ email: person.email, password: teamPassword, ...nowhere });
  expect(signedIn).toMatchObject({ ok: true, session: { waitsFor: "enrolment" } });
});

test("an administrator puts the day off, for ninety days at most", async () => {
  await asOpenedBefore();
  await planTwoStep();
  const { latest } = (await planned()) ?? { latest: 0 };
  for (const days of [20, 20]) {
    after(days);
    await postponeTwoStep({ ...owner, provedAt: Date.now() });
    expect((await planned())?.from).toBeGreaterThan(Date.now());
    await planTwoStep();
  }
  expect(await planned()).toEqual({ from: latest, latest });
  const again = postponeTwoStep({ ...owner, provedAt: Date.now() });
  await expect(again).rejects.toMatchObject({ facts: { code: "two_step_not_postponed" } });
  expect(await isRequired()).toBe(false);
  after(51);
  await planTwoStep();
  expect(await isRequired()).toBe(true);
});

test("who decides is asked no more, whichever way", async () => {
  for (const required of ["no", "yes"] as const) {
    await asOpenedBefore();
    await planTwoStep();
    await requireTwoStep(owner, { required });
    expect(await planned()).toBeNull();
    after(100);
    await planTwoStep();
    expect(await isRequired()).toBe(required === "yes");
    expect(await planned()).toBeNull();
    vi.useRealTimers();
  }
});

test("an account whose opener chose, and the demo's, are left as they are", async () => {
  await planTwoStep();
  expect(await planned()).toBeNull();
  await asOpenedBefore();
  await globalTransaction((db) =>
    db
      .update(people)
      .set({ demo: true })
      .where(eq(people.id, String(owner.actor.id))),
  );
  await planTwoStep();
  expect(await planned()).toBeNull();
  const { db } = await globalReader();
  const [account] = await db.select().from(accounts).where(eq(accounts.id, world.environment.accountId));
  expect(account?.settings).toMatchObject({ twoStepPlan: null });
});

test("what its opener chose, or an administrator later, counts as long as the history tells of it", async () => {
  await withoutPlan();
  await planTwoStep();
  expect(await planned()).toBeNull();

  await asOpenedBefore();
  await requireTwoStep(owner, { required: "yes" });
  await requireTwoStep(owner, { required: "no" });
  await withoutPlan();
  await planTwoStep();
  expect(await planned()).toBeNull();

  await asOpenedBefore();
  await planTwoStep();
  expect(await planned()).not.toBeNull();
});

test("nobody but an administrator who proved who they are puts it off", async () => {
  await asOpenedBefore();
  await planTwoStep();
  const { viewer: analyst } = await aMember(world, ["analyst"]);
  expect(() => postponeTwoStep(analyst)).toThrow(/members:write/);
  expect(() => postponeTwoStep({ ...owner, provedAt: 0 })).toThrow();
});
