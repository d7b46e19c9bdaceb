import { and, desc, eq, inArray, lt, or } from "drizzle-orm";
import { find } from "#db/rows";
import { countedPayments, guests, paymentIntents } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import type { Key } from "#lib/lists/key";
import { type ListedPayment, toListed } from "#lib/payments/list/listed-payment";
import type { GuestRow } from "../figures/contribution.ts";
import { keyOfGuest } from "../figures/spending.ts";

/** One guest; another business's is a 404. */
export async function getGuest(viewer: Viewer, id: string): Promise<GuestRow> {
  authorize(viewer, "customers:read");
  const row = await find(await reader(viewer), guests, id);
  if (!row) throw notFound("guest customer", id);
  return row;
}

export interface PaymentsOfGuest {
  payments: ListedPayment[];
  /** Where older ones begin; null where there are none. */
  older: Key | null;
}

/** What a guest paid, newest first, behind `from`. */
export async function paymentsOfGuest(
  viewer: Viewer,
  guest: Pick<GuestRow, "kind" | "id">,
  { from, size }: { from: Key | null; size: number },
): Promise<PaymentsOfGuest> {
  authorize(viewer, "payments:read");
  const { db, environmentId } = await reader(viewer);
  const { id, paidAt } = countedPayments;
  const counted = await db
    .select({ id, paidAt })
    .from(countedPayments)
    .where(
      and(
        eq(countedPayments.environmentId, environmentId),
        eq(countedPayments[guest.kind], keyOfGuest(db, environmentId, guest)),
        from ? or(lt(paidAt, from.at), and(eq(paidAt, from.at), lt(id, from.id))) : undefined,
      ),
    )
    .orderBy(desc(paidAt), desc(id))
    .limit(size + 1);
  const shown = counted.slice(0, size);
  const last = counted.length > size ? shown.at(-1) : undefined;
  const ids = shown.map((row) => row.id);
  const rows = await db
    .select()
    .from(paymentIntents)
    .where(and(eq(paymentIntents.environmentId, environmentId), inArray(paymentIntents.id, ids)));
  return {
    payments: rows
      .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
      .map((row) => toListed(viewer, { ...row, customer: null })),
    older: last ? { at: last.paidAt, id: last.id } : null,
  };
}
