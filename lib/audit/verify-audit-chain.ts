import { and, asc, eq, gt } from "drizzle-orm";
import { auditLines } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import { type AuditLine, genesis, hashOf } from "./hash.ts";

export interface AuditVerdict {
  chain: string;
  /** Lines that hold, from the first. */
  lines: number;
  /** The sequence number of the first line that was changed, removed or put in; null when all hold. */
  brokenAt: number | null;
}

const batch = 500;

/** The name of every chain: account ids and `system`. */
export async function auditChains(): Promise<string[]> {
  const { db } = await globalReader();
  const rows = await db
    .selectDistinct({ chain: auditLines.chain })
    .from(auditLines)
    .orderBy(asc(auditLines.chain));
  return rows.map((row) => row.chain);
}

/** Recomputes a chain from its first line, a few hundred lines in memory at a time. */
export async function verifyAuditChain(chain: string): Promise<AuditVerdict> {
  let lines = 0;
  let previousHash = genesis;
  for (;;) {
    const next = await linesAfter(chain, lines);
    for (const line of next) {
      if (!follows(line, lines, previousHash)) return { chain, lines, brokenAt: lines + 1 };
      lines = line.sequence;
      previousHash = line.hash;
    }
    if (next.length < batch) return { chain, lines, brokenAt: null };
  }
}

function follows({ hash, ...line }: AuditLine, sequence: number, previousHash: string): boolean {
  return line.sequence === sequence + 1 && line.previousHash === previousHash && hash === hashOf(line);
}

async function linesAfter(chain: string, sequence: number): Promise<AuditLine[]> {
  const { db } = await globalReader();
  return db
    .select()
    .from(auditLines)
    .where(and(eq(auditLines.chain, chain), gt(auditLines.sequence, sequence)))
    .orderBy(asc(auditLines.sequence))
    .limit(batch);
}
