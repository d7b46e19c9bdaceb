import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { auditCuts } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import { config } from "#lib/config";
import { genesis } from "./hash.ts";

/** The last line that was let go of a chain: what is kept follows it. */
export interface Cut {
  sequence: number;
  hash: string;
}

/** Where what is kept of a chain begins; null when somebody moved that by hand. */
export async function cutOf(chain: string): Promise<Cut | null> {
  const { db } = await globalReader();
  const [row] = await db.select().from(auditCuts).where(eq(auditCuts.chain, chain));
  if (!row) return { sequence: 0, hash: genesis };
  return row.seal === sealOf(chain, row) ? { sequence: row.sequence, hash: row.hash } : null;
}

/** Notes that a chain was let go up to a line. */
export async function keepCut(db: Db, chain: string, { sequence, hash }: Cut): Promise<void> {
  const cut = { sequence, hash, seal: sealOf(chain, { sequence, hash }) };
  await db
    .insert(auditCuts)
    .values({ chain, ...cut })
    .onConflictDoUpdate({ target: auditCuts.chain, set: cut });
}

function sealOf(chain: string, { sequence, hash }: Cut): string {
  return createHmac("sha256", config().secret).update(`cut of ${chain} ${sequence} ${hash}`).digest("hex");
}
