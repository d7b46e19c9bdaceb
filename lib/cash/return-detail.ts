import { find } from "#db/rows";
import { customers } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { CustomerRow } from "#lib/customers/wire";
import { lettersOfDay } from "./letters.ts";
import type { CashReturnRow } from "./return-wire.ts";
import { findCashReturn } from "./returns.ts";

export interface ReturnDetail {
  cashReturn: CashReturnRow;
  /** Who sent the money ahead, or what is left of them. */
  customer: CustomerRow;
  /** How many letters they were sent about it within a day. */
  letters: number;
}

/** What was sent back of a cash balance, with whose it was; a 404 where nothing has this id. */
export async function getReturnDetail(viewer: Viewer, id: string): Promise<ReturnDetail> {
  authorize(viewer, "customers:read");
  const handle = await reader(viewer);
  const cashReturn = await findCashReturn(handle, id);
  const customer = await find(handle, customers, cashReturn.customerId);
  if (!customer) throw new Error(`Return ${id} is of nobody`);
  return { cashReturn, customer, letters: await lettersOfDay(handle, { id, now: viewer.now() }) };
}
