import { and, asc, desc, eq, gt, lt, lte } from "drizzle-orm";
import { z } from "zod";
import { accounts, auditLines } from "#db/schema/index";
import { globalReader, globalTransaction, transaction } from "#db/transaction";
import { getAccount } from "#lib/accounts/queries";
import { authorize } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { audit } from "./audit.ts";
import { type Cut, keepCut } from "./cut.ts";
import type { AuditLine } from "./hash.ts";

/** How long the history can be kept, days; 0 for good. Never shorter than what is shown. */
export const retentions = [0, 180, 365, 730, 1825, 3650] as const;

export const retention = z.coerce.number().pipe(z.literal([...retentions]));

const batch = 500;

/** Keeps the account's history for so many days from now on; 0 for good. Needs admins:grant. */
export async function setRetention(viewer: Viewer, { days }: { days: number }): Promise<void> {
  authorize(viewer, "admins:grant");
  assertProved(viewer);
  await transaction(viewer, async (tx) => {
    const { id, settings } = await getAccount(viewer);
    const before = { days: settings.historyDays ?? 0 };
    await tx.db
      .update(accounts)
      .set({ settings: { ...settings, historyDays: days === 0 ? null : days } })
      .where(eq(accounts.id, id));
    await audit(tx, "history.retention_changed", { subject: id, before, after: { days } });
  });
}

/** Lets go of what each account's history is no longer kept for. */
export async function letHistoryGo(): Promise<void> {
  const { db } = await globalReader();
  for (const { id, settings } of await db.select().from(accounts)) {
    if (settings.historyDays) await letGo(id, Date.now() - settings.historyDays * day);
  }
}

/** From the oldest line on, a batch at a time; the newest line stays, which the next one follows. */
async function letGo(chain: string, before: number): Promise<void> {
  for (;;) {
    const cut = await globalTransaction(async (db) => {
      const last = await lastOld(chain, before);
      if (!last) return null;
      await keepCut(db, chain, last);
      await db
        .delete(auditLines)
        .where(and(eq(auditLines.chain, chain), lte(auditLines.sequence, last.sequence)));
      return last;
    });
    if (!cut) return;
  }
}

/** The last of the oldest lines that may all go: one that is younger keeps those behind it. */
async function lastOld(chain: string, before: number): Promise<Cut | undefined> {
  const { db } = await globalReader();
  const ofChain = eq(auditLines.chain, chain);
  const [newest] = await db
    .select({ sequence: auditLines.sequence })
    .from(auditLines)
    .where(ofChain)
    .orderBy(desc(auditLines.sequence))
    .limit(1);
  const oldest: Pick<AuditLine, "sequence" | "hash" | "at">[] = await db
    .select({ sequence: auditLines.sequence, hash: auditLines.hash, at: auditLines.at })
    .from(auditLines)
    .where(and(ofChain, gt(auditLines.sequence, 0), lt(auditLines.sequence, newest?.sequence ?? 0)))
    .orderBy(asc(auditLines.sequence))
    .limit(batch);
  const young = oldest.findIndex(({ at }) => at >= before);
  return (young === -1 ? oldest : oldest.slice(0, young)).at(-1);
}
