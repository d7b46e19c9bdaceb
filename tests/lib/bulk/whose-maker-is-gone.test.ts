import { expect, test, vi } from "vitest";
import type { BulkAct } from "#db/schema/bulk";
import type { Viewer } from "#lib/auth/viewer";
import { cancelRun, startRun } from "#lib/bulk/change-run";
import { createRun } from "#lib/bulk/create-run";
import { getRun, rowsOfRun } from "#lib/bulk/queries";
import { runDueJobs } from "#lib/jobs/run-due";
import { selectRows } from "#lib/lists/selections/select-rows";
import { getPayment } from "#lib/payments/queries";
import { processor } from "#lib/processors/index";
import { changeRoles } from "#lib/team/change-roles";
import { removeMember } from "#lib/team/remove-member";
import { aPayment, expectLedgerToBalance } from "#tests/support/money";
import { aMember } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

const refundAll: BulkAct = { act: "refund", share: { all: true }, reason: null, note: null };
const paid = { paymentMethodId: "pm_card_bypassPending" };

async function aStaffedWorld(): Promise<World> {
  const world = await aWorld();
  await aMember(world, ["admin"]);
  return world;
}

const work = ({ environment }: World, after = 0) => runDueJobs(environment, Date.now() + after);

async function refundOf(viewer: Viewer, ids: string[]): Promise<string> {
  const choice = { list: "payments", seen: [], earlier: null, matching: null };
  const { id: selection } = await selectRows(viewer, { ...choice, ids });
  return (await createRun(viewer, { selection, act: refundAll })).id;
}

test.each(["canceled", "running"] as const)(
  "a row that a crash interrupted is finished in a run that is %s and whose confirmer has left",
  async (state) => {
    const world = await aStaffedWorld();
    const { viewer, person } = await aMember(world, ["analyst"]);
    const payment = await aPayment(viewer, paid);
    const id = await refundOf(viewer, [payment.id]);
    await work(world);
    await startRun(viewer, id);
    vi.spyOn(processor(), "refund").mockRejectedValueOnce(new Error("the process ended here"));
    await work(world);
    const stateOf = async () => {
      const states = [];
      for await (const rows of rowsOfRun(world.viewer, id)) states.push(...rows.map((row) => row.state));
      return states;
    };
    expect(await stateOf()).toEqual(["started"]);
    if (state === "canceled") await cancelRun(viewer, id);
    await removeMember(world.viewer, { personId: person.id });
    await work(world, 3_600_000);
    expect(await stateOf()).toEqual(["done"]);
    const ended = state === "canceled" ? state : "finished";
    expect((await getRun(world.viewer, id)).run).toMatchObject({ state: ended, done: 1, failed: 0 });
    expect((await getPayment(world.viewer, payment.id)).amountRefunded).toBe(5000);
    await expectLedgerToBalance(world.viewer);
  },
);

test("a run whose maker may not do it any more is canceled, rather than confirmed with part of its rows", async () => {
  const world = await aStaffedWorld();
  const { viewer, person } = await aMember(world, ["analyst"]);
  const payment = await aPayment(viewer, paid);
  const id = await refundOf(viewer, [payment.id]);
  await changeRoles(world.viewer, { personId: person.id, roles: ["view_only"] });
  await work(world);
  expect((await getRun(world.viewer, id)).run).toMatchObject({ state: "canceled", total: 0 });
  await expect(startRun(world.viewer, id)).rejects.toMatchObject({ facts: { code: "bulk_state" } });
});
