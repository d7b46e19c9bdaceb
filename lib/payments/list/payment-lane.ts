import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { customers, paymentIntents as payment } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { entryAt } from "#lib/lists/entry-at";
import type { Direction } from "#lib/lists/key";
import type { Lane } from "#lib/lists/read-page";
import { along, within } from "#lib/lists/stretch";
import { type ListedPayment, listedColumns, toListed } from "./listed-payment.ts";

/** Every payment, along the index of creation: one statement for each way to walk, prepared once. */
export function everyPayment(viewer: Viewer, handle: Handle): Lane<ListedPayment> {
  return {
    async read({ direction, from }, limit) {
      const statement = handle.prepared(`listed payments ${direction} ${from ? "behind" : "first"}`, (db) =>
        select(db, {
          where: and(
            eq(payment.environmentId, sql.placeholder("environmentId")),
            ...within(payment, { direction, from: from && placeholders, until: null }),
          ),
          direction,
          limit: sql.placeholder("limit"),
        }).prepare(),
      );
      const rows = await statement.execute({ environmentId: viewer.environmentId, limit, ...from });
      return rows.map((row) => toListed(viewer, row));
    },
  };
}

const placeholders = { createdAt: sql.placeholder("createdAt"), id: sql.placeholder("id") };

interface PaymentWalk {
  /** What the index answers. */
  lane: SQL | undefined;
  created: { from?: number; until?: number };
  /** What each entry is tested for. */
  rest: SQL[];
}

/** Payments along the index of one value, from and until a moment. */
export function somePayments(viewer: Viewer, handle: Handle, walk: PaymentWalk): Lane<ListedPayment> {
  const { lane, created, rest } = walk;
  const entries = and(
    eq(payment.environmentId, viewer.environmentId),
    lane,
    created.from === undefined ? undefined : gte(payment.createdAt, created.from),
    created.until === undefined ? undefined : lt(payment.createdAt, created.until),
  );
  return {
    async read(stretch, limit) {
      const where = and(entries, ...within(payment, stretch), ...rest);
      const rows = await select(handle.db, { where, direction: stretch.direction, limit });
      return rows.map((row) => toListed(viewer, row));
    },
    ...(rest.length > 0 && {
      entry: (stretch, count) => {
        const where = and(entries, ...within(payment, stretch));
        return entryAt(handle, payment, { where, direction: stretch.direction, count });
      },
    }),
  };
}

interface Selection {
  where: SQL | undefined;
  direction: Direction;
  limit: number | ReturnType<typeof sql.placeholder>;
}

function select(db: Handle["db"], { where, direction, limit }: Selection) {
  return db
    .select(listedColumns)
    .from(payment)
    .leftJoin(
      customers,
      and(eq(customers.environmentId, payment.environmentId), eq(customers.id, payment.customerId)),
    )
    .where(where)
    .orderBy(...along(payment, direction))
    .limit(limit);
}
