import { and, asc, eq, gt } from "drizzle-orm";
import { auditLines } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import { cutOf } from "./cut.ts";
import { type AuditLine, hashOf } from "./hash.ts";

export interface AuditVerdict {
  chain: string;
  /** Lines that hold, from the first that is kept. */
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

/** Recomputes a chain from the first line that is kept, a few hundred lines in memory at a time. */
export async function verifyAuditChain(chain: string): Promise<AuditVerdict> {
  const cut = await cutOf(chain);
  if (!cut) return { chain, lines: 0, brokenAt: 1 };
  let { sequence, hash: previousHash } = cut;
  for (;;) {
    const lines = sequence - cut.sequence;
    const next = await linesAfter(chain, sequence);
    for (const line of next) {
      if (!follows(line, sequence, previousHash)) {
        return { chain, lines: sequence - cut.sequence, brokenAt: sequence + 1 };
      }
      sequence = line.sequence;
      previousHash = line.hash;
    }
    if (next.length < batch) return { chain, lines: lines + next.length, brokenAt: null };
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
