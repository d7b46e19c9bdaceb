import { and, count, eq } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { TenantTable } from "#db/rows";
import { paymentMethods, taxIds } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { CustomerRow } from "./wire.ts";

/** What hangs on a customer and goes with them, in figures: nothing that says who they are. */
export interface Belongings {
  methods: number;
  taxIds: number;
  /** Minor units of the currency; what they owe is positive. */
  balance: number;
  currency: string | null;
}

export async function belongingsOf(
  handle: Handle,
  { id, balance, currency }: CustomerRow,
): Promise<Belongings> {
  const counted = async (table: TenantTable & { customerId: SQLiteColumn }) => {
    const own = and(eq(table.environmentId, handle.environmentId), eq(table.customerId, id));
    const [row] = await handle.db.select({ count: count() }).from(table).where(own);
    return row?.count ?? 0;
  };
  return { methods: await counted(paymentMethods), taxIds: await counted(taxIds), balance, currency };
}
