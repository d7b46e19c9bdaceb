import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { auditLines } from "#db/schema/index";
import { globalReader, globalTransaction, transaction } from "#db/transaction";
import { audit, auditGlobal } from "#lib/audit/audit";
import { hashOf } from "#lib/audit/hash";
import { auditChains, verifyAuditChain } from "#lib/audit/verify-audit-chain";
import type { Viewer } from "#lib/auth/viewer";
import { aWorld } from "#tests/support/world";

let viewer: Viewer;
let chain: string;

beforeEach(async () => {
  ({ viewer } = await aWorld());
  chain = viewer.environment.accountId;
  await write(3);
});

test("a line says who did what to what, from where", async () => {
  const request = { id: "req_1", idempotencyKey: null, address: "192.0.2.7", userAgent: "Test browser" };
  await transaction({ ...viewer, request }, (tx) =>
    audit(tx, "account.updated", { subject: "acct_1", before: { name: "A" }, after: { name: "B" } }),
  );
  expect((await lines()).at(-1)).toMatchObject({
    action: "account.updated",
    actor: viewer.actor,
    subject: "acct_1",
    before: { name: "A" },
    after: { name: "B" },
    address: "192.0.2.7",
    userAgent: "Test browser",
    environmentId: viewer.environmentId,
  });
});

test("an untouched chain holds, however long", async () => {
  await write(1200);
  // Opening the account wrote the first line.
  expect(await verifyAuditChain(chain)).toEqual({ chain, lines: 1204, brokenAt: null });
});

test("what is rolled back leaves no line and no gap", async () => {
  const failing = transaction(viewer, async (tx) => {
    await audit(tx, "refund.created", { subject: "re_1" });
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  await write(1);
  expect(await verifyAuditChain(chain)).toMatchObject({ lines: 5, brokenAt: null });
});

test("lines written at once follow one another", async () => {
  await Promise.all(Array.from({ length: 25 }, () => write(1)));
  expect(await verifyAuditChain(chain)).toMatchObject({ lines: 29, brokenAt: null });
});

test("each account has a chain of its own", async () => {
  const other = await aWorld();
  expect(await auditChains()).toEqual(expect.arrayContaining([chain, other.environment.accountId]));
  expect(await verifyAuditChain(other.environment.accountId)).toMatchObject({ lines: 1, brokenAt: null });
});

test("values that JSON cannot say are left out of the hash too", async () => {
  await transaction(viewer, (tx) =>
    audit(tx, "profile.updated", { subject: null, after: { name: undefined, at: null, list: [1, "é"] } }),
  );
  expect(await verifyAuditChain(chain)).toMatchObject({ brokenAt: null });
});

describe("tampering is found", () => {
  const changes: [string, Partial<typeof auditLines.$inferInsert>][] = [
    ["the action", { action: "refund.approved" }],
    ["the actor", { actor: { type: "person", id: "per_other", name: "Somebody else" } }],
    ["the time", { at: 1 }],
    ["what it was", { before: { amount: 1 } }],
    ["the address", { address: "203.0.113.1" }],
    ["the environment", { environmentId: null }],
    ["the hash", { hash: "f".repeat(64) }],
  ];

  test.each(changes)("when %s of a line is changed", async (_what, change) => {
    await tamper((db) => db.update(auditLines).set(change).where(line(3)));
    expect(await verifyAuditChain(chain)).toEqual({ chain, lines: 2, brokenAt: 3 });
  });

  test("when a line is taken out", async () => {
    await tamper((db) => db.delete(auditLines).where(line(2)));
    expect(await verifyAuditChain(chain)).toMatchObject({ lines: 1, brokenAt: 2 });
  });

  test("when a line is changed and sealed anew, at the line after it", async () => {
    const third = (await lines())[2];
    if (!third) throw new Error("no third line");
    const { hash: _sealed, ...honest } = third;
    const forged = { ...honest, action: "nothing.happened" };
    await tamper((db) =>
      db
        .update(auditLines)
        .set({ ...forged, hash: hashOf(forged) })
        .where(line(3)),
    );
    expect(await verifyAuditChain(chain)).toMatchObject({ brokenAt: 4 });
  });

  test("when a line is put in", async () => {
    const last = (await lines()).at(-1);
    if (!last) throw new Error("no line");
    await tamper((db) => db.insert(auditLines).values({ ...last, sequence: last.sequence + 1 }));
    expect(await verifyAuditChain(chain)).toMatchObject({ brokenAt: 5 });
  });
});

test("what belongs to no environment joins the chain in order", async () => {
  await globalTransaction((db) =>
    auditGlobal(db, chain, "session.started", { subject: "per_1" }, { actor: viewer.actor }),
  );
  await write(1);
  expect((await lines()).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(await verifyAuditChain(chain)).toMatchObject({ brokenAt: null });
});

async function write(count: number): Promise<void> {
  await transaction(viewer, async (tx) => {
    for (let i = 0; i < count; i++)
      await audit(tx, "refund.created", { subject: `re_${i}`, after: { amount: i } });
  });
}

async function lines() {
  const { db } = await globalReader();
  return db.select().from(auditLines).where(eq(auditLines.chain, chain)).orderBy(auditLines.sequence);
}

function line(sequence: number) {
  return and(eq(auditLines.chain, chain), eq(auditLines.sequence, sequence));
}

function tamper(change: Parameters<typeof globalTransaction>[0]): Promise<unknown> {
  return globalTransaction(change);
}
