import { and, eq, gt, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import { balanceTransactions, charges, customers, disputes } from "#db/schema/index";
import { type Handle, reader, type Scope } from "#db/transaction";
import { day } from "#lib/clock";
import { convert } from "#lib/ledger/exchange-rates";
import type { Span } from "./period.ts";

/** What a customer spent: captured, less what was refunded and what was lost to disputes. */
export interface TopCustomer {
  id: string;
  name: string | null;
  email: string | null;
  /** Minor units of the account's currency. */
  spent: number;
  payments: number;
}

/** Money is held for thirty days at most, and a debit settles sooner. */
export const longestHold = 32 * day;

interface Asked extends Span {
  own: string;
  most: number;
}

/** Adds up what each customer spent, and says who spent most. Authorization is the caller's. */
export async function sumSpending(scope: Scope, { start, end, own, most }: Asked): Promise<TopCustomer[]> {
  const handle = await reader(scope);
  const c = charges;
  // An expression, so that what was captured is looked up by id, and not by reading every customer's charges.
  const customerId = sql<string>`coalesce(${c.customerId}, '')`;
  const rows = await handle.db
    .select({
      customerId,
      currency: c.currency,
      spent: sql<number>`sum(${spent()})`.mapWith(Number),
      payments: sql<number>`count(*)`.mapWith(Number),
    })
    .from(c)
    .where(
      and(
        eq(c.environmentId, handle.environmentId),
        inArray(c.id, booked(handle, { start, end })),
        gte(c.capturedAt, start),
        lt(c.capturedAt, end),
        gt(c.amountCaptured, 0),
      ),
    )
    .groupBy(customerId, c.currency);
  return named(handle, inOwn(rows, own).slice(0, most));
}

/** Whatever is captured is booked in the same moment, in an entry that an index finds by its time. */
function booked({ db, environmentId }: Handle, { start, end }: Span) {
  const { sourceId, type, createdAt, environmentId: of } = balanceTransactions;
  return db
    .select({ id: sourceId })
    .from(balanceTransactions)
    .where(
      and(
        eq(of, environmentId),
        inArray(type, ["charge", "payment"]),
        gte(createdAt, start),
        lt(createdAt, end),
      ),
    );
}

/** What a charge brought and was not given back, nor lost. */
export function spent(): SQL {
  return sql`(${charges.amountCaptured} - ${charges.amountRefunded} - ${lostOf()})`;
}

/** Looked up only where there was a dispute at all. */
function lostOf(): SQL {
  const { environmentId, chargeId, status, amount } = disputes;
  const lost = sql`select sum(case when ${status} = 'lost' then ${amount} else 0 end) from ${disputes}
    where ${environmentId} = ${charges.environmentId} and ${chargeId} = ${charges.id}`;
  return sql`case when ${charges.disputed} then coalesce((${lost}), 0) else 0 end`;
}

/** What one customer spent, in each currency. Authorization is the caller's. */
export async function sumSpendingOf(
  scope: Scope,
  { customerId, start, end }: Span & { customerId: string },
): Promise<{ currency: string; amount: number }[]> {
  const { db, environmentId } = await reader(scope);
  const c = charges;
  return db
    .select({ currency: c.currency, amount: sql<number>`sum(${spent()})`.mapWith(Number) })
    .from(c)
    .where(
      and(
        eq(c.environmentId, environmentId),
        eq(c.customerId, customerId),
        gte(c.createdAt, start - longestHold),
        lt(c.createdAt, end),
        gte(c.capturedAt, start),
        lt(c.capturedAt, end),
        gt(c.amountCaptured, 0),
      ),
    )
    .groupBy(c.currency);
}

type Spender = Pick<TopCustomer, "id" | "spent" | "payments">;
type Row = { customerId: string; currency: string; spent: number; payments: number };

function inOwn(rows: Row[], own: string): Spender[] {
  const spenders = new Map<string, Spender>();
  for (const { customerId, currency, spent, payments } of rows) {
    if (customerId === "") continue;
    const known = spenders.get(customerId) ?? { id: customerId, spent: 0, payments: 0 };
    const amount = currency === own ? spent : convert(spent, currency, own).amount;
    spenders.set(customerId, { ...known, spent: known.spent + amount, payments: known.payments + payments });
  }
  return [...spenders.values()].sort((a, b) => b.spent - a.spent || (a.id < b.id ? -1 : 1));
}

async function named({ db, environmentId }: Handle, spenders: Spender[]): Promise<TopCustomer[]> {
  const { id, name, individualName, businessName, email } = customers;
  const rows = await db
    .select({ id, name: sql<string | null>`coalesce(${name}, ${individualName}, ${businessName})`, email })
    .from(customers)
    .where(
      and(
        eq(customers.environmentId, environmentId),
        inArray(
          id,
          spenders.map((spender) => spender.id),
        ),
      ),
    );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return spenders.map((spender) => ({
    ...spender,
    name: byId.get(spender.id)?.name ?? null,
    email: byId.get(spender.id)?.email ?? null,
  }));
}
