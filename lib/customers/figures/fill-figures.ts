import { update } from "#db/rows";
import { customers, paymentIntents } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import type { CustomerRow } from "#lib/customers/wire";
import { fillEverywhere, isFilled } from "#lib/jobs/fill";
import { countPayment } from "./count-payment.ts";

const lists = { what: "customers.lists", table: customers, see: noteForLists };
const figures = { what: "customers.figures", table: paymentIntents, see: countPayment };

/**
 * Counts the payments, and notes what lists go by, of customers that were there before anybody did. What is changed
 * meanwhile counts itself, and is not counted twice.
 */
export async function fillFigures(): Promise<void> {
  await fillEverywhere(lists);
  await fillEverywhere(figures);
}

/** Whether the figures of an environment are filled in. */
export function figuresAreFilled(environmentId: number): Promise<boolean> {
  return isFilled(figures.what, environmentId);
}

async function noteForLists(tx: Tx, row: CustomerRow): Promise<void> {
  const known = { country: row.address?.country ?? null, present: row.deletedAt === null ? 1 : 0 };
  if (known.country === row.country && known.present === row.present) return;
  await update(tx, customers, row.id, known);
}
