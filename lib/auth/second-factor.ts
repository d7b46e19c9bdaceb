import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { accounts, backupCodes, members, passkeys, totpSecrets } from "#db/schema/index";
import { globalReader, globalTransaction } from "#db/transaction";
import { unauthenticated } from "#lib/errors";
import { seal, unseal } from "#lib/seal";
import { passkeysOf } from "./passkeys/passkeys.ts";
import { useBackupCode } from "./backup-codes.ts";
import { newTotpSecret, stepOfCode } from "./totp.ts";

type TotpRow = typeof totpSecrets.$inferSelect;

/** Since when a person proves themselves with an app or a passkey too (milliseconds); null: they do not. */
export async function secondFactorSince(personId: string): Promise<number | null> {
  const [passkey] = await passkeysOf(personId);
  const began = [await appSince(personId), passkey?.createdAt ?? null].filter((at) => at !== null);
  return began.length > 0 ? Math.min(...began) : null;
}

/** Since when they have an app that makes codes (milliseconds); null: none. */
export async function appSince(personId: string): Promise<number | null> {
  return (await totpOf(personId))?.confirmedAt ?? null;
}

/** Throws where a first app or passkey is not the first any more: what waits for one must not replace it. */
export async function assertNoSecondFactor(personId: string): Promise<void> {
  if ((await secondFactorSince(personId)) !== null) throw unauthenticated("Sign in again.");
}

/** Whether an account that the person is a member of asks its whole team for a second factor. */
export async function isSecondFactorRequired(personId: string): Promise<boolean> {
  return (await accountsThatRequireIt(personId)).length > 0;
}

/** What the accounts of theirs are called that ask their whole team for a second factor. */
export async function accountsThatRequireIt(personId: string): Promise<string[]> {
  const { db } = await globalReader();
  const rows = await db
    .select({ name: accounts.name })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(members.personId, personId), isNotNull(accounts.twoStepSince), isNull(accounts.closedAt)))
    .orderBy(asc(accounts.name), asc(accounts.id));
  return rows.map(({ name }) => name);
}

/** The secret to put into an app, the same until a code of it is confirmed or they sign in anew. Null once one is. */
export function secretToConfirm(personId: string): Promise<string | null> {
  return globalTransaction(async (db) => {
    const present = await totpOf(personId);
    if (present) return present.confirmedAt === null ? open(present) : null;
    const secret = newTotpSecret();
    await db.insert(totpSecrets).values({
      personId,
      createdAt: Date.now(),
      sealed: seal(subjectOf(personId), secret),
      confirmedAt: null,
      lastStep: null,
    });
    return secret;
  });
}

/** Forgets a secret that no code has confirmed: whoever signed in before may have read it. */
export async function forgetUnconfirmed(db: Db, personId: string): Promise<void> {
  await db
    .delete(totpSecrets)
    .where(and(eq(totpSecrets.personId, personId), isNull(totpSecrets.confirmedAt)));
}

/** Turns the second factor on with the app's first code; false when that is wrong. */
export async function confirmSecret(db: Db, personId: string, code: string): Promise<boolean> {
  const row = await totpOf(personId);
  if (!row || row.confirmedAt !== null || !(await takeCode(db, row, code))) return false;
  await db.update(totpSecrets).set({ confirmedAt: Date.now() }).where(eq(totpSecrets.personId, personId));
  return true;
}

/** Whether this is a code of the person's app, or a backup code: each opens once. */
export async function isSecondFactor(db: Db, personId: string, typed: string): Promise<boolean> {
  const code = typed.replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(code)) return useBackupCode(db, personId, code);
  const row = await totpOf(personId);
  return row !== undefined && row.confirmedAt !== null && takeCode(db, row, code);
}

/** Takes the app away, and the backup codes of who has nothing else. */
export async function removeApp(db: Db, personId: string): Promise<void> {
  await db.delete(totpSecrets).where(eq(totpSecrets.personId, personId));
  if ((await passkeysOf(personId)).length > 0) return;
  await db.delete(backupCodes).where(eq(backupCodes.personId, personId));
}

/** Takes app, passkeys and backup codes away. */
export async function removeSecondFactor(db: Db, personId: string): Promise<void> {
  await db.delete(passkeys).where(eq(passkeys.personId, personId));
  await removeApp(db, personId);
}

async function takeCode(db: Db, row: TotpRow, typed: string): Promise<boolean> {
  const step = stepOfCode(open(row), typed.replaceAll(/\s/g, ""), Date.now(), row.lastStep);
  if (step === null) return false;
  await db.update(totpSecrets).set({ lastStep: step }).where(eq(totpSecrets.personId, row.personId));
  return true;
}

async function totpOf(personId: string): Promise<TotpRow | undefined> {
  const { db } = await globalReader();
  const [row] = await db.select().from(totpSecrets).where(eq(totpSecrets.personId, personId));
  return row;
}

function open({ personId, sealed }: TotpRow): string {
  return unseal(subjectOf(personId), sealed);
}

function subjectOf(personId: string): string {
  return `second factor of ${personId}`;
}
