import { eq } from "drizzle-orm";
import { apiKeys } from "#db/schema/index";
import { shared } from "#db/shared";
import { globalTransaction } from "#db/transaction";
import { minute } from "#lib/clock";

const used = shared("keys.used", () => new Map<string, number>());

/** Remembers that a key was used (milliseconds, its environment's clock); written later, a minute's uses once. */
export function noteUse(key: { id: string; lastUsedAt: number | null }, at: number): void {
  if (key.lastUsedAt === null || at - key.lastUsedAt >= minute) used.set(key.id, at);
}

/** Writes what was remembered. */
export async function writeUses(): Promise<void> {
  if (used.size === 0) return;
  const uses = [...used];
  used.clear();
  await globalTransaction(async (db) => {
    for (const [id, lastUsedAt] of uses) {
      await db.update(apiKeys).set({ lastUsedAt }).where(eq(apiKeys.id, id));
    }
  });
}
