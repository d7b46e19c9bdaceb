import { snapshot } from "#db/transaction";
import type { Findings, Problem } from "./problem.ts";
import { verifyAudit } from "./verify-audit.ts";
import { verifyCash } from "./verify-cash.ts";
import { verifyCustomers } from "./verify-customers.ts";
import { verifyDisputes } from "./verify-disputes.ts";
import { verifyFigures } from "./verify-figures.ts";
import { verifyLedger } from "./verify-ledger.ts";
import { verifyPayouts } from "./verify-payouts.ts";
import { verifyPayments, verifyRefunds } from "./verify-payments.ts";
import { verifyReserves } from "./verify-reserves.ts";
import { verifySearch } from "./verify-search.ts";
import { verifyWork } from "./verify-work.ts";

export type { Problem };

export type Step =
  | "ledger"
  | "cash"
  | "payments"
  | "refunds"
  | "payouts"
  | "disputes"
  | "figures"
  | "customers"
  | "audit"
  | "work"
  | "search";

/**
 * Checks that everything adds up, in every environment: ledger, balance transactions, what customers sent ahead, payments, refunds, payouts,
 * disputes, figures, those of customers, audit chains, unfinished work, search index. Reads one moment of the database
 * and changes nothing; takes seconds per million payments, so never on a thread that serves people.
 */
export async function verifyAll(
  options: { onProgress?: (step: Step, done: number) => void } = {},
): Promise<Findings> {
  const { onProgress = () => {} } = options;
  const all: Findings = { problems: [], checked: {} };
  const add = (step: Step, { problems, checked }: Findings) => {
    all.problems.push(...problems);
    Object.assign(all.checked, checked);
    onProgress(step, Object.values(checked)[0] ?? 0);
  };
  await snapshot(async (db) => {
    add("ledger", await verifyLedger(db));
    add("cash", await verifyCash(db));
    add("payments", await verifyPayments(db, (seen) => onProgress("payments", seen)));
    add("refunds", await verifyRefunds(db));
    add("refunds", await verifyReserves(db));
    add("payouts", await verifyPayouts(db));
    add("disputes", await verifyDisputes(db));
    add("figures", await verifyFigures(db));
    add("customers", await verifyCustomers(db));
    add("audit", await verifyAudit());
    add("work", await verifyWork(db));
    add("search", await verifySearch(db));
  });
  return all;
}
