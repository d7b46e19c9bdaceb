import { and, eq, inArray } from "drizzle-orm";
import { change } from "#db/rows";
import {
  cashReturns,
  cashTransactions,
  customerBalanceTransactions,
  importKeys,
  mails,
  notes,
  setupIntents,
} from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { blankEvents } from "./blank-events.ts";
import { eraseMails } from "./erase-mails.ts";

/**
 * What hangs on the customer, by any of their ids, and not on a payment: events, notes, setups, what was written
 * beside balances.
 */
export async function eraseOfCustomer(tx: Tx, ids: string[], objectIds: string[]): Promise<void> {
  const here = tx.environmentId;
  await blankEvents(tx, objectIds);
  await tx.db
    .delete(notes)
    .where(
      and(eq(notes.environmentId, here), eq(notes.subjectKind, "customer"), inArray(notes.subjectId, ids)),
    );
  await tx.db
    .delete(importKeys)
    .where(
      and(
        eq(importKeys.environmentId, here),
        eq(importKeys.kind, "customers"),
        inArray(importKeys.objectId, ids),
      ),
    );
  await tx.db
    .update(customerBalanceTransactions)
    .set({ description: null, metadata: {} })
    .where(
      and(
        eq(customerBalanceTransactions.environmentId, here),
        inArray(customerBalanceTransactions.customerId, ids),
      ),
    );
  await eraseOfCash(tx, ids);
  const setups = await tx.db
    .select()
    .from(setupIntents)
    .where(and(eq(setupIntents.environmentId, here), inArray(setupIntents.customerId, ids)));
  for (const setup of setups) {
    await change(tx, setupIntents, setup, { description: null, metadata: {}, lastSetupError: null });
  }
  await blankEvents(
    tx,
    setups.map(({ id }) => id),
  );
}

/** What was written beside what they sent ahead, and beside what went back of it. */
async function eraseOfCash(tx: Tx, ids: string[]): Promise<void> {
  const moved = await tx.db
    .update(cashTransactions)
    .set({ transfer: null })
    .where(
      and(eq(cashTransactions.environmentId, tx.environmentId), inArray(cashTransactions.customerId, ids)),
    )
    .returning({ id: cashTransactions.id });
  const returned = await tx.db
    .update(cashReturns)
    .set({ metadata: {}, instructionsEmail: null, asked: null })
    .where(and(eq(cashReturns.environmentId, tx.environmentId), inArray(cashReturns.customerId, ids)))
    .returning({ id: cashReturns.id });
  await eraseMails(
    tx,
    inArray(
      mails.subjectId,
      returned.map(({ id }) => id),
    ),
  );
  await blankEvents(
    tx,
    [...moved, ...returned].map(({ id }) => id),
  );
}
