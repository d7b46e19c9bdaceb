import type { Tx } from "#lib/auth/viewer";
import { added, contributionOf, countedFor, type CountedRow, figuresOf, type Paid } from "./contribution.ts";
import { guestFactsOf } from "./count-payment.ts";
import type { Figures } from "./figures.ts";
import { type GuestFacts, moveCustomer, moveGuest } from "./move-figures.ts";

type Guest = ReturnType<typeof countedFor>["guests"][number] & { by: Figures; facts: GuestFacts };

/**
 * Counts many payments that nobody has counted yet, their customers' and guests' figures moved once for all of them.
 * Returns the rows to insert among `countedPayments`.
 */
export async function countInBulk(tx: Tx, payments: readonly Paid[]): Promise<CountedRow[]> {
  const rows: CountedRow[] = [];
  const customers = new Map<string, Figures>();
  const guests = new Map<string, Guest>();
  for (const paid of payments) {
    const row = { environmentId: tx.environmentId, ...contributionOf(paid, tx.viewer.environment.currency) };
    rows.push(row);
    const by = figuresOf(row, 1);
    const whose = countedFor(row);
    if (whose.customerId !== null) {
      const known = customers.get(whose.customerId);
      customers.set(whose.customerId, known ? added(known, by) : by);
    }
    for (const guest of whose.guests) {
      const known = guests.get(guest.id);
      const newest = !known || by.lastPaymentAt >= known.by.lastPaymentAt;
      const facts = newest ? guestFactsOf(paid) : known.facts;
      guests.set(guest.id, { ...guest, facts, by: known ? added(known.by, by) : by });
    }
  }
  for (const [id, by] of customers) await moveCustomer(tx, id, by);
  for (const { by, facts, ...guest } of guests.values()) await moveGuest(tx, guest, { by, facts });
  return rows;
}
