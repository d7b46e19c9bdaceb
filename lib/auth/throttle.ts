import { eq, lt } from "drizzle-orm";
import { isIPv6 } from "node:net";
import type { Db } from "#db/engine/engine";
import { signInFailures } from "#db/schema/index";
import { globalTransaction } from "#db/transaction";
import { day, hour, minute } from "#lib/clock";

const window = hour;
const shortestBlock = minute / 2;
const longestBlock = 15 * minute;

/** Tries before the next one has to wait: few for one email, more for an address that an office may share. */
const freeTries = { email: 5, address: 30 };

type Kind = keyof typeof freeTries;
interface Counter {
  key: string;
  kind: Kind;
}

/**
 * Counts a sign-in before its password is looked at, so that many at once count too. Answers null, or
 * until when (milliseconds) this email or this address has to wait.
 */
export function admitSignIn(email: string, address: string | null): Promise<number | null> {
  return globalTransaction(async (db) => {
    const now = Date.now();
    const counters = countersOf(email, address);
    const rows: (Row | undefined)[] = [];
    for (const { key } of counters) rows.push(await counted(db, key));
    const blockedUntil = Math.max(0, ...rows.map((row) => row?.blockedUntil ?? 0));
    if (blockedUntil > now) return blockedUntil;
    for (const [index, counter] of counters.entries()) await countOne(db, counter, rows[index], now);
    return null;
  });
}

/** Takes back what `admitSignIn` counted: the password was right. */
export async function forgiveSignIn(db: Db, email: string, address: string | null): Promise<void> {
  await db.delete(signInFailures).where(lt(signInFailures.firstAt, Date.now() - day));
  for (const { key, kind } of countersOf(email, address)) {
    const row = await counted(db, key);
    if (!row) continue;
    // One account of one's own must not buy more tries at other people's.
    const failures = kind === "email" ? 0 : row.failures - 1;
    if (failures === 0) await db.delete(signInFailures).where(eq(signInFailures.key, key));
    else
      await db.update(signInFailures).set({ failures, blockedUntil: 0 }).where(eq(signInFailures.key, key));
  }
}

type Row = typeof signInFailures.$inferSelect;

async function countOne(db: Db, { key, kind }: Counter, row: Row | undefined, now: number): Promise<void> {
  const fresh = !row || now - row.firstAt > window;
  const failures = fresh ? 1 : row.failures + 1;
  const counter = {
    failures,
    firstAt: fresh ? now : row.firstAt,
    blockedUntil: blockAfter(failures - freeTries[kind], now),
  };
  await db
    .insert(signInFailures)
    .values({ key, ...counter })
    .onConflictDoUpdate({ target: signInFailures.key, set: counter });
}

/** Twice as long each time, up to a quarter of an hour. */
function blockAfter(beyond: number, now: number): number {
  return beyond < 0 ? 0 : now + Math.min(longestBlock, shortestBlock * 2 ** beyond);
}

async function counted(db: Db, key: string): Promise<Row | undefined> {
  const [row] = await db.select().from(signInFailures).where(eq(signInFailures.key, key));
  return row;
}

function countersOf(email: string, address: string | null): Counter[] {
  const counters: Counter[] = [{ key: `email:${email.slice(0, 254)}`, kind: "email" }];
  if (address) counters.push({ key: `address:${network(address)}`, kind: "address" });
  return counters;
}

/** Who has one IPv6 address has 2^64 of them: the first half is what counts. */
function network(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const before = head.split(":").filter(Boolean);
  const after = (tail ?? "").split(":").filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  return [...before, ...zeros, ...after].slice(0, 4).join(":");
}
