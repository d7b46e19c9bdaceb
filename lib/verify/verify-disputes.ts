import { eq, inArray, isNotNull, or } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { balanceTransactions, charges, disputes, ledgerBalances } from "#db/schema/index";
import type { DisputeStatus } from "#db/schema/disputes";
import { chargeState, isHeld, isInquiry } from "#lib/disputes/status";
import { ledgerAccounts } from "#lib/ledger/accounts";
import { type Findings, type Problem, problemsPerCheck } from "./problem.ts";

/** Every dispute against what it moved, its charge against all of them, and what banks hold against those open. */
export async function verifyDisputes(db: Db): Promise<Findings> {
  const all = await disputesWithMoney(db);
  const problems = [
    ...all.flatMap(wrongsOf).slice(0, problemsPerCheck),
    ...(await chargesThatDiffer(db, all)),
    ...(await heldThatDiffers(db, all)),
  ];
  return { problems, checked: { disputes: all.length } };
}

async function disputesWithMoney(db: Db) {
  const moved = await db
    .select({
      environmentId: balanceTransactions.environmentId,
      id: balanceTransactions.id,
      amount: balanceTransactions.amount,
    })
    .from(balanceTransactions)
    .where(inArray(balanceTransactions.reportingCategory, ["dispute", "dispute_reversal"]));
  const amounts = new Map(moved.map((row) => [`${row.environmentId} ${row.id}`, row.amount]));
  return (await db.select().from(disputes)).map((dispute) => ({
    ...dispute,
    withdrawn: amounts.get(`${dispute.environmentId} ${dispute.withdrawalId}`) ?? null,
    reinstated: amounts.get(`${dispute.environmentId} ${dispute.reinstatementId}`) ?? null,
  }));
}

type Dispute = Awaited<ReturnType<typeof disputesWithMoney>>[number];

const closed: readonly DisputeStatus[] = ["won", "lost", "warning_closed"];

function wrongsOf(dispute: Dispute): Problem[] {
  const { environmentId, id: subject, status, withdrawn, reinstated, closedAt } = dispute;
  const wrongs: string[] = [];
  if (isInquiry(status) !== (withdrawn === null)) {
    wrongs.push(withdrawn === null ? `is ${status}, but took nothing` : `is ${status}, but took money`);
  }
  if ((status === "won") !== (reinstated !== null)) {
    wrongs.push(reinstated === null ? "was won, but gave nothing back" : `is ${status}, but gave money back`);
  }
  if (reinstated !== null && reinstated !== -(withdrawn ?? 0)) {
    wrongs.push(`took ${-(withdrawn ?? 0)} and gave back ${reinstated}`);
  }
  if (closed.includes(status) !== (closedAt !== null)) wrongs.push(`is ${status}, but its end is not`);
  return wrongs.map((message) => ({ check: "dispute", environmentId, subject, message }));
}

async function chargesThatDiffer(db: Db, all: readonly Dispute[]): Promise<Problem[]> {
  const byCharge = Map.groupBy(all, ({ environmentId, chargeId }) => `${environmentId} ${chargeId}`);
  const { environmentId, id, disputed, disputeState } = charges;
  const marked = await db
    .select({ environmentId, id, disputed, disputeState })
    .from(charges)
    .where(or(eq(disputed, true), isNotNull(disputeState)));
  const seen = new Set(marked.map((charge) => `${charge.environmentId} ${charge.id}`));
  const forgotten = all.filter((each) => !seen.has(`${each.environmentId} ${each.chargeId}`));
  const problem = (environment: number, subject: string, message: string): Problem => ({
    check: "dispute",
    environmentId: environment,
    subject,
    message,
  });
  return [
    ...forgotten.map((each) => problem(each.environmentId, each.chargeId, "is disputed and does not say so")),
    ...marked.flatMap((charge) => {
      const own = byCharge.get(`${charge.environmentId} ${charge.id}`) ?? [];
      const state = chargeState(own.map(({ status }) => status));
      if (charge.disputed === own.length > 0 && charge.disputeState === state) return [];
      const message = `says ${charge.disputeState ?? "nothing"} of its disputes, which come to ${state ?? "nothing"}`;
      return [problem(charge.environmentId, charge.id, message)];
    }),
  ].slice(0, problemsPerCheck);
}

/** What banks took and may still give back is what the open disputes ask for. */
async function heldThatDiffers(db: Db, all: readonly Dispute[]): Promise<Problem[]> {
  const asked = new Map<string, number>();
  for (const { environmentId, currency, amount, status } of all) {
    if (!isHeld(status)) continue;
    const key = `${environmentId} ${currency}`;
    asked.set(key, (asked.get(key) ?? 0) + amount);
  }
  const held = await db
    .select()
    .from(ledgerBalances)
    .where(eq(ledgerBalances.account, ledgerAccounts.disputing));
  const kept = new Map(held.map((row) => [`${row.environmentId} ${row.currency}`, row.balance]));
  return [...new Set([...asked.keys(), ...kept.keys()])].flatMap((key) => {
    const [open, balance] = [asked.get(key) ?? 0, kept.get(key) ?? 0];
    if (open === balance) return [];
    const message = `${balance} is with banks, but open disputes ask for ${open}`;
    return [{ check: "dispute", environmentId: Number(key.split(" ")[0]), subject: key, message }];
  });
}
