import { and, asc, eq, gt, or } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Db } from "#db/engine/engine";
import type { EnvironmentId } from "#db/schema/columns";
import { balanceTransactions, charges, customers, disputes, refunds } from "#db/schema/index";
import {
  type Cell,
  cellsOfCustomer,
  cellsOfDispute,
  cellsOfPayment,
  cellsOfRefund,
  cellsOfTransaction,
} from "./cells.ts";

const pageSize = 5000;

/** What everything that there is adds to the figures of an environment, page by page. `own`: its account's currency. */
export async function* readCells(db: Db, environmentId: EnvironmentId, own: string): AsyncGenerator<Cell[]> {
  for await (const payments of readPayments(db, environmentId)) {
    yield payments.flatMap((attempts) => cellsOfPayment(attempts, own));
  }
  for await (const page of pages(db, environmentId, refunds))
    yield page.flatMap((row) => cellsOfRefund(row, own));
  for await (const page of pages(db, environmentId, disputes))
    yield page.flatMap((row) => cellsOfDispute(row, own));
  for await (const page of pages(db, environmentId, customers)) yield page.flatMap(cellsOfCustomer);
  for await (const page of pages(db, environmentId, balanceTransactions)) {
    yield page.flatMap((row) => cellsOfTransaction(row, own));
  }
}

type Attempt = Awaited<ReturnType<typeof attemptsAfter>>[number];

/** Every payment that was tried, as its attempts, first to last. */
async function* readPayments(db: Db, environmentId: EnvironmentId): AsyncGenerator<Attempt[][]> {
  let open: Attempt[] = [];
  for (;;) {
    const page = await attemptsAfter(db, environmentId, open.at(-1));
    const payments = [...Map.groupBy([...open, ...page], (charge) => charge.paymentIntentId).values()];
    if (page.length < pageSize) return yield payments;
    open = payments.pop() ?? [];
    yield payments;
  }
}

function attemptsAfter(
  db: Db,
  environmentId: EnvironmentId,
  last: { paymentIntentId: string; createdAt: number; id: string } | undefined,
) {
  const c = charges;
  const after =
    last &&
    or(
      gt(c.paymentIntentId, last.paymentIntentId),
      and(
        eq(c.paymentIntentId, last.paymentIntentId),
        or(gt(c.createdAt, last.createdAt), and(eq(c.createdAt, last.createdAt), gt(c.id, last.id))),
      ),
    );
  return db
    .select({
      id: c.id,
      paymentIntentId: c.paymentIntentId,
      createdAt: c.createdAt,
      currency: c.currency,
      status: c.status,
      captured: c.captured,
      capturedAt: c.capturedAt,
      canceledAt: c.canceledAt,
      amountCaptured: c.amountCaptured,
      paymentMethodDetails: c.paymentMethodDetails,
      outcome: c.outcome,
      failureCode: c.failureCode,
      declineCode: c.declineCode,
    })
    .from(c)
    .where(and(eq(c.environmentId, environmentId), after))
    .orderBy(asc(c.paymentIntentId), asc(c.createdAt), asc(c.id))
    .limit(pageSize);
}

type Counted = typeof refunds | typeof disputes | typeof customers | typeof balanceTransactions;

async function* pages<T extends Counted>(
  db: Db,
  environmentId: EnvironmentId,
  table: T,
): AsyncGenerator<T["$inferSelect"][]> {
  let last = "";
  for (;;) {
    const page = (await db
      .select()
      .from(table as SQLiteTable)
      .where(and(eq(table.environmentId, environmentId), gt(table.id, last)))
      .orderBy(asc(table.id))
      .limit(pageSize)) as T["$inferSelect"][];
    yield page;
    if (page.length < pageSize) return;
    last = page.at(-1)?.id ?? "";
  }
}
