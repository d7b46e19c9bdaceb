import { hash } from "node:crypto";
import { and, count, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { backupCodes } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import { randomText } from "#lib/ids";

const howMany = 10;

/** Gives a person new codes, such as `k3f9xa-w2m8qb-p7a1zc-4d6e8f`; the earlier ones open nothing any more. */
export async function replaceBackupCodes(db: Db, personId: string): Promise<string[]> {
  const codes = Array.from({ length: howMany }, newCode);
  await db.delete(backupCodes).where(eq(backupCodes.personId, personId));
  await db.insert(backupCodes).values(codes.map((code) => ({ personId, hash: hashOf(code), usedAt: null })));
  return codes;
}

/** Uses a code up; false for one that is wrong or was used. */
export async function useBackupCode(db: Db, personId: string, code: string): Promise<boolean> {
  const used = await db
    .update(backupCodes)
    .set({ usedAt: Date.now() })
    .where(
      and(eq(backupCodes.personId, personId), eq(backupCodes.hash, hashOf(code)), isNull(backupCodes.usedAt)),
    )
    .returning({ hash: backupCodes.hash });
  return used.length > 0;
}

/** How many codes a person has left. */
export async function backupCodesLeft(personId: string): Promise<number> {
  const { db } = await globalReader();
  const [row] = await db
    .select({ left: count() })
    .from(backupCodes)
    .where(and(eq(backupCodes.personId, personId), isNull(backupCodes.usedAt)));
  return row?.left ?? 0;
}

/** More than 112 bits, so that a plain hash of it cannot be guessed back. */
function newCode(): string {
  return (randomText(24).toLowerCase().match(/.{6}/g) ?? []).join("-");
}

function hashOf(code: string): string {
  return hash("sha256", code.toLowerCase().replace(/[^0-9a-z]/g, ""), "hex");
}
