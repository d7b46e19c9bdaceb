import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type Belongings, belongingsOf } from "./belongings.ts";
import { findCustomer } from "./queries.ts";
import type { CustomerRow } from "./wire.ts";

export interface Deletion extends Pick<Belongings, "methods" | "taxIds"> {
  customer: CustomerRow;
}

/** What deleting a customer takes away, told before it is done. */
export async function previewDeletion(viewer: Viewer, id: string): Promise<Deletion> {
  authorize(viewer, "customers:delete");
  const handle = await reader(viewer);
  const customer = await findCustomer(handle, id);
  const { methods, taxIds } = await belongingsOf(handle, customer);
  return { customer, methods, taxIds };
}
