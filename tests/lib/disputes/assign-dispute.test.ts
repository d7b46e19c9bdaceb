import { beforeAll, describe, expect, test } from "vitest";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { acceptDispute } from "#lib/disputes/accept-dispute";
import { assignDispute, assignees } from "#lib/disputes/assign-dispute";
import { disputesOf } from "#lib/disputes/find-dispute";
import { disputeList } from "#lib/disputes/list/dispute-list";
import { runDueJobs } from "#lib/jobs/run-due";
import { readingOf, readQuery } from "#lib/lists/list-source";
import type { QueryParams } from "#lib/lists/read-params";
import { listMails } from "#lib/mail/queries";
import { updateProfile } from "#lib/people/profile";
import { mailsOf } from "#tests/support/mails";
import { aPayment } from "#tests/support/money";
import { aMember } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

let world: World;
let agent: Viewer;
let colleague: Viewer;
beforeAll(async () => {
  world = await aWorld();
  agent = (await aMember(world, ["dispute_analyst"])).viewer;
  colleague = (await aMember(world, ["support_associate"])).viewer;
});

async function aDispute(card = "createDispute", viewer = world.viewer) {
  const payment = await aPayment(viewer, { paymentMethodId: `pm_card_${card}` });
  const [dispute] = await disputesOf(await reader(viewer), String(payment.latestChargeId));
  if (!dispute) throw new Error("It was not disputed");
  return dispute;
}

async function found(address: QueryParams): Promise<string[]> {
  const { query, problems } = readQuery(disputeList, address, readingOf(world.viewer));
  expect(problems).toEqual([]);
  const page = { direction: "older", from: null, size: 25 } as const;
  return (await disputeList.page(world.viewer, query, page)).rows.map(({ id }) => id);
}

async function mailsAbout(subjectId: string, kind: string): Promise<(string | null)[]> {
  const { rows } = await listMails({ ...world.viewer, door: "operator" }, { limit: 50 });
  return rows
    .filter((mail) => mail.subjectId === subjectId && mail.kind === kind)
    .map((mail) => mail.personId);
}

describe("a dispute", () => {
  test("is given to a colleague who may answer it, who is told", async () => {
    const { id } = await aDispute();
    const [agentId, personId] = [agent.actor.id, colleague.actor.id];
    expect((await assignees(agent)).map((each) => each.personId).sort()).toEqual([agentId, personId].sort());
    expect(await assignDispute(agent, { disputeId: id, personId })).toMatchObject({ assigneeId: personId });
    expect(await mailsAbout(id, "dispute_assigned")).toEqual([personId]);
    expect(await found({ assignee: String(personId) })).toEqual([id]);
    expect(await assignDispute(agent, { disputeId: id, personId: null })).toMatchObject({ assigneeId: null });
  });

  test("is given to nobody else, and by nobody else", async () => {
    const { id } = await aDispute();
    const reads = await aMember(world, ["view_only"]);
    const stranger = await aWorld();
    const give = { disputeId: id, personId: reads.person.id };
    await expect(assignDispute(agent, give)).rejects.toMatchObject({ facts: { status: 404 } });
    expect(() => assignDispute(reads.viewer, give)).toThrow(/disputes:write/);
    await expect(assignDispute(stranger.viewer, give)).rejects.toMatchObject({ facts: { status: 404 } });
  });

  test("is found by its claim, its network, and until when it is to be answered", async () => {
    const fraud = await aDispute();
    const parcel = await aDispute("createDisputeProductNotReceived");
    const byReason = await found({ reason: "product_not_received" });
    expect(byReason).toContain(parcel.id);
    expect(byReason).not.toContain(fraud.id);
    expect(await found({ network: "mastercard" })).toEqual([]);
    expect(await found({ network: "visa" })).toContain(fraud.id);
    expect(await found({ due: "3_days" })).toEqual([]);
  });
});

describe("before the deadline", () => {
  test("whoever takes care of a dispute is reminded, three days and one day before", async () => {
    const { id, dueBy } = await aDispute();
    const elsewhere = { name: "Kaia", phone: null, locale: null, timeZone: "Pacific/Honolulu" };
    await updateProfile(colleague, elsewhere);
    await assignDispute(agent, { disputeId: id, personId: colleague.actor.id });
    await runDueJobs(world.environment, Number(dueBy) - 3 * day);
    expect(await mailsAbout(id, "dispute_due")).toEqual([colleague.actor.id]);
    // A deadline is the account's, on whatever clocks its reader lives.
    const mail = (await mailsOf(world)).find(
      ({ kind, subjectId }) => kind === "dispute_due" && subjectId === id,
    );
    expect(mail?.text).toContain(`(${world.environment.timeZone})`);
    await runDueJobs(world.environment, Number(dueBy) - day);
    expect(await mailsAbout(id, "dispute_due")).toHaveLength(2);
  });

  test("everybody who may answer is, where nobody takes care of it; nobody once it is over", async () => {
    const open = await aDispute();
    const over = await aDispute();
    await acceptDispute(agent, over.id);
    await runDueJobs(world.environment, Number(open.dueBy) - 2 * day);
    expect((await mailsAbout(open.id, "dispute_due")).sort()).toEqual(
      [agent.actor.id, colleague.actor.id].sort(),
    );
    expect(await mailsAbout(over.id, "dispute_due")).toEqual([]);
  });
});
