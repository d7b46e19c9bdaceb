import { and, eq, gte, isNotNull, lt, notInArray, type SQL, sql } from "drizzle-orm";
import { balanceTransactions, charges, customers, disputes, refunds } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize, type Permission } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type Lane, type Page, type PageRequest, readPage, type Stretch } from "#lib/lists/read-page";
import { entryAt, type ListedTable, steps, type Walk } from "#lib/lists/walk";
import { notReleases } from "#lib/refunds/release";
import { ofBank } from "./cells.ts";
import { foldFigures } from "./fold-figures.ts";
import { belongsTo, type Part } from "./part.ts";
import { partLane } from "./part-lane.ts";
import { type Period, type Span, spanOf } from "./period.ts";
import { hasDays } from "./stretches.ts";
import { longestHold, spent } from "./sum-spending.ts";

/** What a figure counts, thing by thing. */
export type CountedKind =
  | "payments"
  | "tried"
  | "failures"
  | "spending"
  | "refunds"
  | "disputes"
  | "customers"
  | "transactions"
  | "fees";

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
  needs: Permission[];
  table: ListedTable;
  columns: Record<"amount" | "currency" | "subject", SQL<unknown>>;
  /** How much earlier than the period something can have begun that counts in it, milliseconds. */
  earlier?: number;
  where?: (span: Span) => SQL | undefined;
}

const none = sql`null`;

const attempted: Source["columns"] = {
  amount: sql`${charges.amount}`,
  currency: sql`${charges.currency}`,
  subject: sql`${charges.paymentIntentId}`,
};

const sources: Record<CountedKind, Source> = {
  payments: {
    needs: ["payments:read"],
    table: charges,
    columns: {
      amount: sql`${charges.amountCaptured}`,
      currency: sql`${charges.currency}`,
      subject: sql`${charges.paymentIntentId}`,
    },
    earlier: longestHold,
    where: takenWithin,
  },
  tried: {
    needs: ["payments:read"],
    table: charges,
    columns: attempted,
    where: () => sql`not exists (${earlierAttempt()})`,
  },
  failures: {
    needs: ["payments:read"],
    table: charges,
    columns: attempted,
    where: ({ end }) =>
      and(
        eq(charges.status, "failed"),
        sql`${charges.canceledAt} is null`,
        sql`not exists (${laterAttempt(end)})`,
      ),
  },
  spending: {
    needs: ["payments:read", "customers:read"],
    table: charges,
    columns: {
      amount: spent(),
      currency: sql`${charges.currency}`,
      subject: sql`${charges.paymentIntentId}`,
    },
    earlier: longestHold,
    where: (span) => and(takenWithin(span), isNotNull(charges.customerId)),
  },
  refunds: {
    needs: ["payments:read"],
    table: refunds,
    columns: {
      amount: sql`${refunds.amount}`,
      currency: sql`${refunds.currency}`,
      subject: sql`${refunds.paymentIntentId}`,
    },
    where: () => and(notInArray(refunds.status, ["failed", "canceled"]), notReleases()),
  },
  disputes: {
    needs: ["disputes:read"],
    table: disputes,
    columns: {
      amount: sql`${disputes.amount}`,
      currency: sql`${disputes.currency}`,
      subject: sql`${disputes.id}`,
    },
    where: () => isNotNull(disputes.withdrawnAt),
  },
  customers: {
    needs: ["customers:read"],
    table: customers,
    columns: { amount: none, currency: none, subject: sql`${customers.id}` },
  },
  transactions: {
    needs: ["balance:read"],
    table: balanceTransactions,
    columns: {
      amount: sql`case when ${bankMovement()} then -${balanceTransactions.fee} else ${balanceTransactions.net} end`,
      currency: sql`${balanceTransactions.currency}`,
      subject: none,
    },
    where: () => sql`(not ${bankMovement()} or ${balanceTransactions.fee} <> 0)`,
  },
  fees: {
    needs: ["balance:read"],
    table: balanceTransactions,
    columns: {
      amount: feeTaken(),
      currency: sql`${balanceTransactions.currency}`,
      subject: none,
    },
    where: () => sql`${feeTaken()} <> 0`,
  },
};

/** Refuses who may not see what is counted. */
export function authorizeToCount(viewer: Viewer, kind: CountedKind): void {
  for (const permission of sources[kind].needs) authorize(viewer, permission);
}

/** What is counted in a period, or a part of it, newest first, a page at a time. `part`: of charges alone. */
export async function listCounted(
  viewer: Viewer,
  kind: CountedKind,
  { period, part, page }: { period: Period; part?: Part; page: PageRequest },
): Promise<Page<Counted>> {
  authorizeToCount(viewer, kind);
  const handle = await reader(viewer);
  const source = sources[kind];
  const span = spanOf(period);
  const walk = {
    table: source.table,
    pins: part && "customerId" in part ? [{ column: charges.customerId, value: part.customerId }] : [],
    within: { from: span.start - (source.earlier ?? 0), until: span.end },
  };
  const facet = part && "facet" in part ? part : null;
  const tests = [source.where?.(span), facet ? belongsTo(facet) : undefined];
  const rows = (along: Walk, stretch: Stretch, limit: number) =>
    read(handle, { source, walk: along, tests, stretch, limit });
  if (facet && (await hasDays(viewer, period.timeZone))) {
    await foldFigures();
    const lane = partLane(handle, { walk, part: facet, period, read: rows });
    return readPage([lane], page);
  }
  const lane: Lane<Counted> = {
    read: (stretch, limit) => rows(walk, stretch, limit),
    ...(tests.some((test) => test) && { entry: (stretch, count) => entryAt(handle, walk, stretch, count) }),
  };
  return readPage([lane], page);
}

interface Asked {
  source: Source;
  walk: Walk;
  tests: (SQL | undefined)[];
  stretch: Stretch;
  limit: number;
}

function read({ db, environmentId }: Handle, { source, walk, tests, stretch, limit }: Asked) {
  const { table, columns } = source;
  const { where, orderBy } = steps(walk, environmentId, stretch);
  return db
    .select({
      id: sql<string>`${table.id}`,
      createdAt: sql<number>`${table.createdAt}`.mapWith(Number),
      amount: sql<number | null>`${columns.amount}`.mapWith(Number),
      currency: sql<string | null>`${columns.currency}`,
      subject: sql<string | null>`${columns.subject}`,
    })
    .from(table)
    .where(and(sql.join(where, sql` and `), ...tests))
    .orderBy(...orderBy)
    .limit(limit);
}

function takenWithin({ start, end }: Span): SQL | undefined {
  const { amountCaptured, capturedAt } = charges;
  return and(sql`${amountCaptured} > 0`, gte(capturedAt, start), lt(capturedAt, end));
}

/** A payment is counted as tried at its first attempt. */
function earlierAttempt(): SQL {
  return sql`select 1 from charges earlier where earlier.environment_id = ${charges.environmentId}
    and earlier.payment_intent_id = ${charges.paymentIntentId}
    and (earlier.created_at, earlier.id) < (${charges.createdAt}, ${charges.id})`;
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
