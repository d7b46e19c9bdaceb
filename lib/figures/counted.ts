import { and, eq, gte, isNotNull, lt, notInArray, type SQL, sql } from "drizzle-orm";
import { balanceTransactions, charges, customers, disputes, refunds } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize, type Permission } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { type Page, type PageRequest, readPage, type Stretch } from "#lib/lists/read-page";
import { type ListedTable, steps } from "#lib/lists/walk";
import { ofBank } from "./cells.ts";
import { type Period, type Span, spanOf } from "./period.ts";

/** What a figure counts, thing by thing. */
export type CountedKind =
  "payments" | "failures" | "refunds" | "disputes" | "customers" | "transactions" | "fees";

/** One thing that a figure counts. `amount`: minor units, as it counts; null where it has none. */
export interface Counted {
  id: string;
  /** Milliseconds. */
  createdAt: number;
  amount: number | null;
  currency: string | null;
  /** What a page is about: the payment of a charge or a refund, the dispute, the customer; else null. */
  subject: string | null;
}

interface Source {
  needs: Permission;
  table: ListedTable;
  columns: Record<"amount" | "currency" | "subject", SQL<unknown>>;
  /** How much earlier than the period something can have begun that counts in it, milliseconds. */
  earlier?: number;
  where?: (span: Span) => SQL | undefined;
}

/** Money is held for thirty days at most, and a debit settles sooner. */
const longestHold = 32 * day;
const none = sql`null`;

const sources: Record<CountedKind, Source> = {
  payments: {
    needs: "payments:read",
    table: charges,
    columns: {
      amount: sql`${charges.amountCaptured}`,
      currency: sql`${charges.currency}`,
      subject: sql`${charges.paymentIntentId}`,
    },
    earlier: longestHold,
    where: ({ start, end }) =>
      and(sql`${charges.amountCaptured} > 0`, gte(charges.capturedAt, start), lt(charges.capturedAt, end)),
  },
  failures: {
    needs: "payments:read",
    table: charges,
    columns: {
      amount: sql`${charges.amount}`,
      currency: sql`${charges.currency}`,
      subject: sql`${charges.paymentIntentId}`,
    },
    where: ({ end }) =>
      and(
        eq(charges.status, "failed"),
        sql`${charges.canceledAt} is null`,
        sql`not exists (${laterAttempt(end)})`,
      ),
  },
  refunds: {
    needs: "payments:read",
    table: refunds,
    columns: {
      amount: sql`${refunds.amount}`,
      currency: sql`${refunds.currency}`,
      subject: sql`${refunds.paymentIntentId}`,
    },
    where: () => notInArray(refunds.status, ["failed", "canceled"]),
  },
  disputes: {
    needs: "disputes:read",
    table: disputes,
    columns: {
      amount: sql`${disputes.amount}`,
      currency: sql`${disputes.currency}`,
      subject: sql`${disputes.id}`,
    },
    where: () => isNotNull(disputes.withdrawnAt),
  },
  customers: {
    needs: "customers:read",
    table: customers,
    columns: { amount: none, currency: none, subject: sql`${customers.id}` },
  },
  transactions: {
    needs: "balance:read",
    table: balanceTransactions,
    columns: {
      amount: sql`case when ${bankMovement()} then -${balanceTransactions.fee} else ${balanceTransactions.net} end`,
      currency: sql`${balanceTransactions.currency}`,
      subject: none,
    },
    where: () => sql`(not ${bankMovement()} or ${balanceTransactions.fee} <> 0)`,
  },
  fees: {
    needs: "balance:read",
    table: balanceTransactions,
    columns: {
      amount: feeTaken(),
      currency: sql`${balanceTransactions.currency}`,
      subject: none,
    },
    where: () => sql`${feeTaken()} <> 0`,
  },
};

/** The permission that it takes to see what is counted. */
export function neededToCount(kind: CountedKind): Permission {
  return sources[kind].needs;
}

/** What is counted in a period, newest first, a page at a time. */
export async function listCounted(
  viewer: Viewer,
  kind: CountedKind,
  { period, page }: { period: Period; page: PageRequest },
): Promise<Page<Counted>> {
  const source = sources[kind];
  authorize(viewer, source.needs);
  const handle = await reader(viewer);
  return readPage([{ read: (stretch, limit) => read(handle, source, { period, stretch, limit }) }], page);
}

function read(
  { db, environmentId }: Handle,
  { table, columns, earlier = 0, where }: Source,
  { period, stretch, limit }: { period: Period; stretch: Stretch; limit: number },
): Promise<Counted[]> {
  const span = spanOf(period);
  const within = { from: span.start - earlier, until: span.end };
  const walk = steps({ table, pins: [], within }, environmentId, stretch);
  return db
    .select({
      id: sql<string>`${table.id}`,
      createdAt: sql<number>`${table.createdAt}`.mapWith(Number),
      amount: sql<number | null>`${columns.amount}`.mapWith(Number),
      currency: sql<string | null>`${columns.currency}`,
      subject: sql<string | null>`${columns.subject}`,
    })
    .from(table)
    .where(and(sql.join(walk.where, sql` and `), where?.(span)))
    .orderBy(...walk.orderBy)
    .limit(limit);
}

/** A debit that was called off did not fail, and one that is under way is not over. */
function laterAttempt(end: number): SQL {
  return sql`select 1 from charges later where later.environment_id = ${charges.environmentId}
    and later.payment_intent_id = ${charges.paymentIntentId} and later.canceled_at is null
    and later.status <> 'pending' and later.created_at < ${end}
    and (later.created_at, later.id) > (${charges.createdAt}, ${charges.id})`;
}

function bankMovement(): SQL {
  const categories = [...ofBank].map((category) => sql`${category}`);
  return sql`${balanceTransactions.reportingCategory} in (${sql.join(categories, sql`, `)})`;
}

/** Some fees are booked by themselves. */
function feeTaken(): SQL {
  const { reportingCategory, amount, fee } = balanceTransactions;
  return sql`(case when ${reportingCategory} = 'fee' then -${amount} else ${fee} end)`;
}
