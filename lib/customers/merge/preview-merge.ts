import { and, count, eq } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { TenantTable } from "#db/rows";
import { notes, paymentIntents, paymentMethods, promotionCodes, taxIds } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { hasCash } from "#lib/cash/balances";
import { authorize, may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type Spent, spentBy } from "../figures/spending.ts";
import { findCustomer } from "../queries.ts";
import type { CustomerRow } from "../wire.ts";
import { factsAfter } from "./facts-after.ts";
import { type KeptDetail, keptDetails } from "./kept-details.ts";

/** Why two customers cannot become one. */
export type MergeObstacle = "same" | "currencies" | "clocks" | "cash";

export interface MergePreview {
  /** Who stays, and who becomes part of them. */
  into: CustomerRow;
  from: CustomerRow;
  obstacle: MergeObstacle | null;
  /** What moves, counted. */
  payments: number;
  methods: number;
  taxIds: number;
  notes: number;
  promotionCodes: number;
  /** What was spent on those payments, in each currency; null for who may not see payments. */
  spent: Spent[] | null;
  /** The balance that both have together. */
  balance: Pick<CustomerRow, "balance" | "currency">;
  details: KeptDetail[];
}

/** What merging one customer into another moves, told before it is done. */
export async function previewMerge(
  viewer: Viewer,
  { intoId, fromId }: { intoId: string; fromId: string },
): Promise<MergePreview> {
  authorize(viewer, "customers:write");
  const handle = await reader(viewer);
  const into = await findCustomer(handle, intoId);
  const from = await findCustomer(handle, fromId, "from");
  const after = { ...into, ...factsAfter(into, from) };
  const of = (column: SQLiteColumn) => eq(column, from.id);
  return {
    into,
    from,
    obstacle: await obstacleOf(handle, into, from),
    payments: await counted(handle, paymentIntents, of(paymentIntents.customerId)),
    methods: await counted(handle, paymentMethods, of(paymentMethods.customerId)),
    taxIds: await counted(handle, taxIds, of(taxIds.customerId)),
    notes: await counted(handle, notes, and(eq(notes.subjectKind, "customer"), of(notes.subjectId))),
    promotionCodes: await counted(handle, promotionCodes, of(promotionCodes.customerId)),
    spent: may(viewer, "payments:read") ? await spentBy(viewer, { customerId: from.id }) : null,
    balance: { balance: after.balance, currency: after.currency },
    details: keptDetails({ into, from, after }),
  };
}

/** What keeps two customers apart; null: nothing. */
export async function obstacleOf(
  handle: Handle,
  into: CustomerRow,
  from: CustomerRow,
): Promise<MergeObstacle | null> {
  if (into.id === from.id) return "same";
  if (into.testClockId !== from.testClockId) return "clocks";
  if (await hasCash(handle, from.id)) return "cash";
  const differ = into.currency !== null && from.currency !== null && into.currency !== from.currency;
  return differ && from.balance !== 0 ? "currencies" : null;
}

async function counted(handle: Handle, table: TenantTable, whose: ReturnType<typeof and>): Promise<number> {
  const [row] = await handle.db
    .select({ count: count() })
    .from(table)
    .where(and(eq(table.environmentId, handle.environmentId), whose));
  return row?.count ?? 0;
}
