import { and, eq, max, min, type SQL, sql } from "drizzle-orm";
import { change, find, insert, remove } from "#db/rows";
import type { GuestKind } from "#db/schema/customer-figures";
import { countedPayments, customers, guests } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { added, type GuestRow } from "./contribution.ts";
import { type Figures, noFigures } from "./figures.ts";

/** Adds to a customer's figures. The days of payments only widen: see `redate`. */
export async function moveCustomer(tx: Tx, id: string, by: Figures): Promise<void> {
  const given = (name: keyof Figures) => sql`${sql.placeholder(name)}`;
  const statement = tx.prepared("move customer's figures", (db) =>
    db
      .update(customers)
      .set({
        spend: sql`${customers.spend} + ${given("spend")}`,
        paymentCount: sql`${customers.paymentCount} + ${given("paymentCount")}`,
        refundCount: sql`${customers.refundCount} + ${given("refundCount")}`,
        disputeCount: sql`${customers.disputeCount} + ${given("disputeCount")}`,
        firstPaymentAt: sql`case when ${customers.firstPaymentAt} = 0 or ${customers.firstPaymentAt} > ${given("firstPaymentAt")} then ${given("firstPaymentAt")} else ${customers.firstPaymentAt} end`,
        lastPaymentAt: sql`case when ${customers.lastPaymentAt} < ${given("lastPaymentAt")} then ${given("lastPaymentAt")} else ${customers.lastPaymentAt} end`,
      })
      .where(
        and(
          eq(customers.environmentId, sql.placeholder("environmentId")),
          eq(customers.id, sql.placeholder("id")),
        ),
      )
      .prepare(),
  );
  await statement.execute({ environmentId: tx.environmentId, id, ...by });
}

/** When a customer paid first and last, once a payment is no longer theirs. */
export async function redateCustomer(tx: Tx, id: string): Promise<void> {
  const row = await find(tx, customers, id);
  if (row) await change(tx, customers, row, await datesOf(tx, eq(countedPayments.customerId, id)));
}

export type GuestFacts = Pick<GuestRow, "name" | "email" | "phone" | "brand" | "last4">;
type Named = { id: string; kind: GuestKind; key: string };

/** Adds to a guest's figures, who may be met for the first time; what the newest payment told is what is known of them. */
export async function moveGuest(
  tx: Tx,
  { id, kind, key }: Named,
  { by, facts }: { by: Figures; facts: GuestFacts },
): Promise<void> {
  const known = await find(tx, guests, id);
  if (!known) {
    const figures = added(noFigures, by);
    await insert(tx, guests, { id, kind, key, createdAt: figures.firstPaymentAt, ...facts, ...figures });
    return;
  }
  const moved = added(known, by);
  const told = by.lastPaymentAt >= known.lastPaymentAt ? facts : {};
  await change(tx, guests, known, { ...moved, createdAt: moved.firstPaymentAt, ...told });
}

/** Takes a payment from a guest; who has no other one is forgotten. */
export async function leaveGuest(tx: Tx, { id, kind, key }: Named, by: Figures): Promise<void> {
  const known = await find(tx, guests, id);
  if (!known) return;
  if (known.paymentCount + by.paymentCount <= 0) return remove(tx, guests, id);
  const dates = await datesOf(tx, eq(countedPayments[kind], key));
  await change(tx, guests, known, { ...added(known, by), ...dates, createdAt: dates.firstPaymentAt });
}

async function datesOf(tx: Tx, whose: SQL): Promise<Pick<Figures, "firstPaymentAt" | "lastPaymentAt">> {
  const [dates] = await tx.db
    .select({ first: min(countedPayments.paidAt), last: max(countedPayments.paidAt) })
    .from(countedPayments)
    .where(and(eq(countedPayments.environmentId, tx.environmentId), whose));
  return { firstPaymentAt: dates?.first ?? 0, lastPaymentAt: dates?.last ?? 0 };
}
