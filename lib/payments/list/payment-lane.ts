import { and, asc, desc, eq, gt, lt, type SQL, sql } from "drizzle-orm";
import { customers, paymentIntents as payment } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import type { Lane } from "#lib/lists/read-page";
import { entryAt, highestKey, lowestKey, steps } from "#lib/lists/walk";
import type { Route } from "./choose-lanes.ts";
import { type ListedPayment, listedColumns, toListed } from "./listed-payment.ts";

/** Every payment, newest first, along the index of creation: one statement for each direction, prepared once. */
export function everyPayment(viewer: Viewer, handle: Handle): Lane<ListedPayment> {
  return {
    async read({ direction, from }, limit) {
      const statement = handle.prepared(`listed payments ${direction}`, (db) => {
        const key = sql`(${payment.createdAt}, ${payment.id})`;
        const near = sql`(${sql.placeholder("at")}, ${sql.placeholder("id")})`;
        return select(db, {
          where: and(
            eq(payment.environmentId, sql.placeholder("environmentId")),
            direction === "older" ? lt(key, near) : gt(key, near),
          ),
          orderBy: [payment.createdAt, payment.id].map(direction === "older" ? desc : asc),
          limit: sql.placeholder("limit"),
        }).prepare();
      });
      const { at, id } = from ?? (direction === "older" ? highestKey : lowestKey);
      const rows = await statement.execute({ environmentId: viewer.environmentId, at, id, limit });
      return rows.map((row) => toListed(viewer, row));
    },
  };
}

/** Payments along one index, each tested for `rest`. */
export function somePayments(viewer: Viewer, handle: Handle, { rest, ...route }: Route): Lane<ListedPayment> {
  const walk = { table: payment, ...route };
  return {
    async read(stretch, limit) {
      const { where, orderBy } = steps(walk, viewer.environmentId, stretch);
      const rows = await select(handle.db, { where: and(...where, ...rest), orderBy, limit });
      return rows.map((row) => toListed(viewer, row));
    },
    ...(rest.length > 0 && { entry: (stretch, count) => entryAt(handle, walk, stretch, count) }),
  };
}

interface Selection {
  where: SQL | undefined;
  orderBy: SQL[];
  limit: number | ReturnType<typeof sql.placeholder>;
}

function select(db: Handle["db"], { where, orderBy, limit }: Selection) {
  return db
    .select(listedColumns)
    .from(payment)
    .leftJoin(
      customers,
      and(eq(customers.environmentId, payment.environmentId), eq(customers.id, payment.customerId)),
    )
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
}
