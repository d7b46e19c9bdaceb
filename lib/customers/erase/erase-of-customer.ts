import { and, eq } from "drizzle-orm";
import { change } from "#db/rows";
import {
  cashReturns,
  cashTransactions,
  customerBalanceTransactions,
  importKeys,
  notes,
  setupIntents,
} from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { blankEvents } from "./blank-events.ts";

/** What hangs on the customer and not on a payment: events, notes, setups, what was written beside balances. */
export async function eraseOfCustomer(tx: Tx, customerId: string, objectIds: string[]): Promise<void> {
  const here = tx.environmentId;
  await blankEvents(tx, objectIds);
  await tx.db
    .delete(notes)
    .where(
      and(eq(notes.environmentId, here), eq(notes.subjectKind, "customer"), eq(notes.subjectId, customerId)),
    );
  await tx.db
    .delete(importKeys)
    .where(
      and(
        eq(importKeys.environmentId, here),
        eq(importKeys.kind, "customers"),
        eq(importKeys.objectId, customerId),
      ),
    );
  await tx.db
    .update(customerBalanceTransactions)
    .set({ description: null, metadata: {} })
    .where(
      and(
        eq(customerBalanceTransactions.environmentId, here),
        eq(customerBalanceTransactions.customerId, customerId),
      ),
    );
  await tx.db
    .update(cashTransactions)
    .set({ transfer: null })
    .where(and(eq(cashTransactions.environmentId, here), eq(cashTransactions.customerId, customerId)));
  await eraseOfReturns(tx, customerId);
  const setups = await tx.db
    .select()
    .from(setupIntents)
    .where(and(eq(setupIntents.environmentId, here), eq(setupIntents.customerId, customerId)));
  for (const setup of setups) {
    await change(tx, setupIntents, setup, { description: null, metadata: {}, lastSetupError: null });
  }
  await blankEvents(
    tx,
    setups.map(({ id }) => id),
  );
}

async function eraseOfReturns(tx: Tx, customerId: string): Promise<void> {
  const erased = await tx.db
    .update(cashReturns)
    .set({ metadata: {} })
    .where(and(eq(cashReturns.environmentId, tx.environmentId), eq(cashReturns.customerId, customerId)))
    .returning({ id: cashReturns.id });
  await blankEvents(
    tx,
    erased.map(({ id }) => id),
  );
}
