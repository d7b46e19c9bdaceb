import { beforeAll, expect, test } from "vitest";
import { reader } from "#db/transaction";
import { listHistory } from "#lib/audit/history";
import type { Viewer } from "#lib/auth/viewer";
import { minute } from "#lib/clock";
import { maskRoles } from "#lib/discretion/masked-roles";
import { reveal, viewerOn } from "#lib/discretion/reveal";
import { acceptDispute } from "#lib/disputes/accept-dispute";
import { attachedFiles, attachEvidence } from "#lib/disputes/attach-evidence";
import { evidenceFile } from "#lib/disputes/evidence-file";
import { disputesOf } from "#lib/disputes/find-dispute";
import { evidencePacket } from "#lib/disputes/packet/evidence-packet";
import { getDispute } from "#lib/disputes/queries";
import { takeBytes } from "#lib/files/take-bytes";
import { aPayment } from "#tests/support/money";
import { aMember } from "#tests/support/team";
import { aWorld, later, type World } from "#tests/support/world";

let world: World;
let author: Viewer;
let onlooker: Viewer;
beforeAll(async () => {
  world = await aWorld();
  await maskRoles(world.viewer, { roles: ["dispute_analyst", "view_only"] });
  author = (await aMember(world, ["dispute_analyst"])).viewer;
  onlooker = (await aMember(world, ["view_only"])).viewer;
});

/** A dispute with a file that is named after the customer. */
async function aDispute() {
  const payment = await aPayment(world.viewer, { paymentMethodId: "pm_card_createDispute" });
  const [dispute] = await disputesOf(await reader(world.viewer), String(payment.latestChargeId));
  const disputeId = String(dispute?.id);
  const bytes = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  const upload = await takeBytes(world.environment.id, { name: "zoe-olund.png", bytes });
  const { evidence } = await attachEvidence(world.viewer, { disputeId, field: "receipt", upload });
  await upload.settle();
  const page = `transactions/disputes/${disputeId}`;
  return { disputeId, fileId: String(evidence.receipt), page };
}

async function shownOf(disputeId: string) {
  const { lines } = await listHistory(world.viewer, { text: disputeId });
  return lines
    .filter(({ action }) => action === "personal.revealed")
    .map(({ actor, after }) => [actor.id, after]);
}

const refused = { facts: { status: 403 } };

test("evidence stays closed to who reads the dispute masked, also to who may answer it", async () => {
  const { disputeId, fileId, page } = await aDispute();
  for (const viewer of [author, onlooker]) {
    const there = await viewerOn(viewer, `${page}/packet`);
    expect(there.conceal).toBeDefined();
    await expect(evidencePacket(there, disputeId)).rejects.toMatchObject(refused);
    await expect(evidenceFile(there, { disputeId, fileId })).rejects.toMatchObject(refused);
    const [attached] = await attachedFiles(there, await getDispute(there, disputeId));
    expect(attached?.file.filename).toBe("•••");
  }
  expect(await shownOf(disputeId)).toEqual([]);
});

test("its author is shown it whole at the form, and each packet and file that is opened is kept", async () => {
  const { disputeId, fileId, page } = await aDispute();
  expect((await viewerOn(onlooker, `${page}/counter`)).conceal).toBeDefined();
  expect((await viewerOn(author, `${page}/counter/evidence`)).conceal).toBeUndefined();
  const there = await viewerOn(author, `${page}/packet`);
  expect(await evidencePacket(there, disputeId)).toBeDefined();
  expect(await evidencePacket(there, disputeId)).toBeDefined();
  expect((await evidenceFile(there, { disputeId, fileId })).filename).toBe("zoe-olund.png");
  const by = author.actor.id;
  expect(await shownOf(disputeId)).toEqual([
    [by, { kind: "file", file: fileId }],
    [by, { kind: "packet" }],
    [by, { kind: "packet" }],
    [by, { kind: "dispute", reason: "evidence" }],
  ]);
  const afterwards = later(author, 16 * minute);
  expect((await viewerOn(afterwards, `${page}/packet`)).conceal).toBeDefined();
  expect((await viewerOn(afterwards, `${page}/counter/letter`)).conceal).toBeUndefined();
});

test("others are shown it for a reason, and who reads everything leaves no line", async () => {
  const { disputeId, fileId, page } = await aDispute();
  await reveal(onlooker, { kind: "dispute", id: disputeId, reason: "The bank rang" });
  const there = await viewerOn(onlooker, `${page}/files/${fileId}`);
  expect(await evidenceFile(there, { disputeId, fileId })).toBeDefined();
  expect(await evidenceFile(world.viewer, { disputeId, fileId })).toBeDefined();
  expect(await shownOf(disputeId)).toEqual([
    [onlooker.actor.id, { kind: "file", file: fileId }],
    [onlooker.actor.id, { kind: "dispute", reason: "The bank rang" }],
  ]);
});

test("a file is had through the dispute whose evidence it is", async () => {
  const [one, other] = [await aDispute(), await aDispute()];
  await expect(
    evidenceFile(world.viewer, { disputeId: one.disputeId, fileId: other.fileId }),
  ).rejects.toMatchObject({ facts: { status: 404 } });
  const elsewhere = await aWorld();
  await expect(evidenceFile(elsewhere.viewer, one)).rejects.toMatchObject({ facts: { status: 404 } });
});

test("what no longer waits for an answer has no author", async () => {
  const { disputeId, page } = await aDispute();
  await acceptDispute(world.viewer, disputeId);
  expect((await viewerOn(author, `${page}/counter`)).conceal).toBeDefined();
});
