import { and, eq, inArray } from "drizzle-orm";
import { balanceTransactions } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type Tx, type ViewedEnvironment } from "#lib/auth/viewer";
import { saveSettings, settingsOf } from "#lib/balance-settings/settings";
import { addBusinessDays, midnightOf } from "#lib/business-days";
import { day, minute } from "#lib/clock";
import { defaultFor } from "#lib/external-accounts/queries";
import { packOf } from "./simulation/pack.ts";
import { payOutWeek, type PayoutWeek } from "./simulation/payout-week.ts";
import { topUp } from "./simulation/top-up.ts";
import { emptyHarvest, type Harvest } from "./simulation/harvest.ts";
import { writePack } from "./simulation/write-pack.ts";

const week = 7 * day;
/** The first payout of a young account takes its time. */
const firstAfter = 2 * week;
/** Of the weeks there are, the one whose payout the bank refuses, and those that are topped up before. */
const failsAt = 0.6;
const toppedUpAt = [0.25, 0.85];

/**
 * Pays a made-up history out, every Monday what was available by then, as the schedule would have; one payout
 * fails, and its money goes with the next.
 */
export async function seedPayouts(
  environment: ViewedEnvironment,
  { from, until }: { from: number; until: number },
): Promise<void> {
  const viewer = systemViewer(environment, "operator", new Set(allPermissions));
  const { currency } = environment;
  await transaction(viewer, async (tx) => {
    const destination = await defaultFor(tx, currency);
    if (!destination) throw new Error(`${environment.slug} has no bank account to be paid out to`);
    const harvest = emptyHarvest();
    const mondays = mondaysBetween(from + firstAfter, until);
    const settled: Settled[] = topUps(harvest, environment, mondays);
    settled.push(...(await settledTransactions(tx, currency)));
    settled.sort((a, b) => a.at - b.at);
    const assigned = new Map<string, string[]>();
    const common = { environment, destination, until };
    let next = 0;
    let waiting: Settled[] = [];
    for (const [index, at] of mondays.entries()) {
      while ((settled[next]?.at ?? Infinity) <= at) waiting.push(settled[next++]!);
      const amount = waiting.reduce((sum, { net }) => sum + net, 0);
      if (amount <= 0) continue;
      const fails = index === Math.floor(mondays.length * failsAt);
      const { payoutId, returned } = payOutWeek(harvest, {
        ...common,
        at,
        amount,
        fails,
      } satisfies PayoutWeek);
      assigned.set(
        payoutId,
        waiting.map(({ id }) => id),
      );
      waiting = returned ? [returned] : [];
    }
    await writePack(tx, packOf(harvest, { environment, payers: new Map() }));
    for (const [payoutId, ids] of assigned) await assign(tx, payoutId, ids);
  });
}

/** What is to come is paid out on Mondays as well. Until then nothing of a history plans payouts of its own days. */
export async function payOutOnMondays(environment: ViewedEnvironment): Promise<void> {
  await transaction(systemViewer(environment, "operator", new Set(allPermissions)), async (tx) => {
    const settings = await settingsOf(tx, environment);
    await saveSettings(tx, { ...settings, interval: "weekly", weekdays: ["monday"] });
  });
}

interface Settled {
  id: string;
  net: number;
  /** When it was the merchant's. */
  at: number;
}

/** Mondays, ten minutes into the day (UTC), as the schedule has it. */
function mondaysBetween(from: number, until: number): number[] {
  const mondays: number[] = [];
  for (let at = midnightOf(from); at <= until; at += day) {
    if (new Date(at).getUTCDay() === 1 && at + 10 * minute <= until) mondays.push(at + 10 * minute);
  }
  return mondays;
}

function topUps(harvest: Harvest, environment: ViewedEnvironment, mondays: number[]): Settled[] {
  return toppedUpAt.flatMap((share) => {
    const monday = mondays[Math.floor(mondays.length * share)];
    if (monday === undefined) return [];
    const at = addBusinessDays(monday, 2) + 9 * 60 * minute;
    return [topUp(harvest, environment, { at, amount: 150_000 })];
  });
}

async function settledTransactions(tx: Tx, currency: string): Promise<Settled[]> {
  const { db } = await reader(tx.viewer);
  const { environmentId, id, net, createdAt, availableOn, status } = balanceTransactions;
  const rows = await db
    .select({ id, net, createdAt, availableOn })
    .from(balanceTransactions)
    .where(
      and(
        eq(environmentId, tx.environmentId),
        eq(status, "available"),
        eq(balanceTransactions.currency, currency),
      ),
    );
  return rows.map((row) => ({ id: row.id, net: row.net, at: Math.max(row.createdAt, row.availableOn) }));
}

/** Few enough values for one statement, on both databases. */
const idsPerStatement = 500;

async function assign(tx: Tx, payoutId: string, ids: string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += idsPerStatement) {
    await tx.db
      .update(balanceTransactions)
      .set({ payoutId })
      .where(
        and(
          eq(balanceTransactions.environmentId, tx.environmentId),
          inArray(balanceTransactions.id, ids.slice(start, start + idsPerStatement)),
        ),
      );
  }
}
