import { sql } from "drizzle-orm";
import { encodedRows } from "#db/rows";
import { countedPayments, ledgerBalances } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { countInBulk } from "#lib/customers/figures/count-in-bulk";
import { writeFigures } from "#lib/figures/write-figures";
import { readDocuments } from "#lib/search/documents/document-of";
import { writeDocuments } from "#lib/search/index/write-documents";
import { isIndexed, skipEvents } from "./indexed-events.ts";
import { type Pack, tables } from "./pack.ts";

/** Writes the rows, moves the balances and figures with them and has all of it found by search. */
export async function writePack(tx: Tx, pack: Pack): Promise<void> {
  const indexed = await isIndexed(tx);
  for (const name of Object.keys(tables) as (keyof typeof tables)[]) {
    await tx.insertPlain(tables[name], pack.rows[name]);
  }
  await moveBalances(tx, pack.moved);
  await writeFigures(tx, pack.figures);
  await tx.insertPlain(countedPayments, encodedRows(countedPayments, await countInBulk(tx, pack.paid)));
  await writeDocuments(tx, pack.documents);
  await writeDocuments(tx, await readDocuments(tx, "payout", pack.payouts));
  if (indexed) await skipEvents(tx);
}

async function moveBalances(tx: Tx, moved: Pack["moved"]): Promise<void> {
  for (const change of moved) {
    await tx.db
      .insert(ledgerBalances)
      .values({ environmentId: tx.environmentId, ...change })
      .onConflictDoUpdate({
        target: [ledgerBalances.environmentId, ledgerBalances.account, ledgerBalances.currency],
        set: { balance: sql`${ledgerBalances.balance} + excluded.balance` },
      });
  }
}
