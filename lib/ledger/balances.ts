import { and, eq, sql } from "drizzle-orm";
import { ledgerBalances } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { LedgerAccount } from "./accounts.ts";

/** What a ledger account holds, in minor units; zero where nothing ever moved. */
export async function balanceOf(handle: Handle, account: LedgerAccount, currency: string): Promise<number> {
  const statement = handle.prepared("ledger balance of", (db) =>
    db
      .select({ balance: ledgerBalances.balance })
      .from(ledgerBalances)
      .where(
        and(
          eq(ledgerBalances.environmentId, sql.placeholder("environmentId")),
          eq(ledgerBalances.account, sql.placeholder("account")),
          eq(ledgerBalances.currency, sql.placeholder("currency")),
        ),
      )
      .prepare(),
  );
  const [row] = await statement.execute({ environmentId: handle.environmentId, account, currency });
  return row?.balance ?? 0;
}

/** Every balance of the environment's ledger. */
export async function allBalances(
  handle: Handle,
): Promise<{ account: string; currency: string; balance: number }[]> {
  return handle.db
    .select({
      account: ledgerBalances.account,
      currency: ledgerBalances.currency,
      balance: ledgerBalances.balance,
    })
    .from(ledgerBalances)
    .where(eq(ledgerBalances.environmentId, handle.environmentId));
}
