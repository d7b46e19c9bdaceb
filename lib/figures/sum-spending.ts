import { and, eq, gte, isNotNull, lt, sql } from "drizzle-orm";
import { charges, customers, disputes } from "#db/schema/index";
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

interface Asked extends Span {
  own: string;
  most: number;
}

const longestHold = 32 * day;

/** Adds up what each customer spent, and says who spent most. Authorization is the caller's. */
export async function sumSpending(scope: Scope, { start, end, own, most }: Asked): Promise<TopCustomer[]> {
  const { db, environmentId } = await reader(scope);
  const lost = db
    .select({ chargeId: disputes.chargeId, amount: sql<number>`sum(${disputes.amount})`.as("lost") })
    .from(disputes)
    .where(and(eq(disputes.environmentId, environmentId), eq(disputes.status, "lost")))
    .groupBy(disputes.chargeId)
    .as("losses");
  const c = charges;
  const rows = await db
    .select({
      customerId: c.customerId,
      currency: c.currency,
      spent:
        sql<number>`sum(${c.amountCaptured} - ${c.amountRefunded} - coalesce(${lost.amount}, 0))`.mapWith(
          Number,
        ),
      payments: sql<number>`count(*)`.mapWith(Number),
    })
    .from(c)
    .leftJoin(lost, eq(lost.chargeId, c.id))
    .where(
      and(
        eq(c.environmentId, environmentId),
        gte(c.createdAt, start - longestHold),
        lt(c.createdAt, end),
        gte(c.capturedAt, start),
        lt(c.capturedAt, end),
        isNotNull(c.customerId),
        sql`${c.amountCaptured} > 0`,
      ),
    )
    .groupBy(c.customerId, c.currency);
  const first = inOwn(rows, own).slice(0, most);
  return Promise.all(first.map(async (row) => ({ ...row, ...(await whoIs({ db, environmentId }, row.id)) })));
}

type Row = { customerId: string | null; currency: string; spent: number; payments: number };

function inOwn(rows: Row[], own: string): Pick<TopCustomer, "id" | "spent" | "payments">[] {
  const spenders = new Map<string, Pick<TopCustomer, "id" | "spent" | "payments">>();
  for (const { customerId, currency, spent, payments } of rows) {
    if (customerId === null) continue;
    const known = spenders.get(customerId) ?? { id: customerId, spent: 0, payments: 0 };
    const amount = currency === own ? spent : convert(spent, currency, own).amount;
    spenders.set(customerId, { ...known, spent: known.spent + amount, payments: known.payments + payments });
  }
  return [...spenders.values()].sort((a, b) => b.spent - a.spent || (a.id < b.id ? -1 : 1));
}

async function whoIs({ db, environmentId }: Pick<Handle, "db" | "environmentId">, id: string) {
  const [row] = await db
    .select({
      name: sql<
        string | null
      >`coalesce(${customers.name}, ${customers.individualName}, ${customers.businessName})`,
      email: customers.email,
    })
    .from(customers)
    .where(and(eq(customers.environmentId, environmentId), eq(customers.id, id)));
  return { name: row?.name ?? null, email: row?.email ?? null };
}
