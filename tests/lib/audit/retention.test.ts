import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { auditCuts, auditLines } from "#db/schema/index";
import { globalReader, globalTransaction, transaction } from "#db/transaction";
import type { KnownAction } from "#lib/audit/actions";
import { audit } from "#lib/audit/audit";
import { letHistoryGo, retention, setRetention } from "#lib/audit/retention";
import { verifyAuditChain } from "#lib/audit/verify-audit-chain";
import { day, hour } from "#lib/clock";
import { aWorld, type World } from "#tests/support/world";

let world: World;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  world = await aWorld();
});
afterEach(() => vi.useRealTimers());

const happened = (action: KnownAction) =>
  transaction(world.viewer, (tx) => audit(tx, action, { subject: "somebody" }));

async function kept() {
  const { db } = await globalReader();
  const rows = await db.select().from(auditLines).where(eq(auditLines.chain, world.environment.accountId));
  return rows.map(({ action }) => action);
}

const verified = () => verifyAuditChain(world.environment.accountId);

async function aYearAndABit(days: number) {
  await happened("profile.updated");
  vi.setSystemTime(Date.now() + 300 * day);
  await setRetention(world.viewer, { days });
  vi.setSystemTime(Date.now() + 100 * day);
  await happened("key.created");
}

test("what is older than the account keeps is let go, and the rest still verifies and goes on", async () => {
  await aYearAndABit(180);
  await letHistoryGo();
  expect(await kept()).toEqual(["history.retention_changed", "key.created"]);
  expect(await verified()).toMatchObject({ lines: 2, brokenAt: null });
  await happened("key.revoked");
  expect(await verified()).toMatchObject({ lines: 3, brokenAt: null });
});

test("without a choice everything is kept, and so is the newest line of all", async () => {
  await aYearAndABit(0);
  await letHistoryGo();
  expect(await kept()).toHaveLength(4);
  await setRetention(world.viewer, { days: 180 });
  vi.setSystemTime(Date.now() + 900 * day);
  await letHistoryGo();
  expect(await kept()).toEqual(["history.retention_changed"]);
  expect(await verified()).toMatchObject({ lines: 1, brokenAt: null });
});

test("lines that somebody else took away, or a cut moved by hand, are noticed", async () => {
  await aYearAndABit(180);
  await letHistoryGo();
  const { accountId: chain } = world.environment;
  const { db } = await globalReader();
  const [first] = await db.select().from(auditLines).where(eq(auditLines.chain, chain));
  const { sequence = 0, hash = "" } = first ?? {};
  await globalTransaction((writer) =>
    writer.delete(auditLines).where(and(eq(auditLines.chain, chain), eq(auditLines.sequence, sequence))),
  );
  expect(await verified()).toMatchObject({ brokenAt: sequence });
  await globalTransaction((writer) =>
    writer.update(auditCuts).set({ sequence, hash }).where(eq(auditCuts.chain, chain)),
  );
  expect((await verified()).brokenAt).not.toBeNull();
});

test("is chosen by administrators who proved who they are, and never below what is shown", async () => {
  const { viewer } = world;
  const lapsed = { ...viewer, provedAt: Date.now() - hour };
  await expect(setRetention(lapsed, { days: 365 })).rejects.toMatchObject({
    facts: { code: "proof_needed" },
  });
  const developer = world.viewerWith(["developer"]);
  await expect(setRetention(developer, { days: 365 })).rejects.toMatchObject({ facts: { status: 403 } });
  expect(retention.safeParse("30").success).toBe(false);
});
