import { and, eq, inArray } from "drizzle-orm";
import { update } from "#db/rows";
import { customers, paymentMethods, taxIds } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { enqueue } from "#lib/jobs/jobs";
import { forgetSearchesFor } from "#lib/search/recent-searches";
import { seal } from "#lib/seal";
import { forgetOnLists } from "#lib/value-lists/forget-customer";
import { belongingsOf } from "../belongings.ts";
import { atCustomersTime } from "../change-of-customer.ts";
import { forgetCustomer, forgotten } from "../delete-customer.ts";
import { findCustomer } from "../queries.ts";
import type { CustomerRow } from "../wire.ts";
import { nobodysDetails } from "./blank.ts";
import { sealedFor } from "./erase-traces.ts";
import { idsOf } from "./ids-of.ts";
import { obstacleTo } from "./preview-erasure.ts";

/**
 * Deletes a customer and erases what says who they were, wherever it stands: payments and their events, mails, notes,
 * request logs, the search index, what people searched for lately, lists that let payments pass. What the books,
 * disputes and the security history need stays, under ids alone.
 * What was known of them is gone at once, its traces are erased in the background. Needs a recent proof.
 */
export async function eraseCustomer(viewer: Viewer, id: string): Promise<CustomerRow> {
  authorize(viewer, "customers:delete");
  assertProved(viewer);
  return transaction(viewer, (tx) =>
    atCustomersTime(tx, id, async (there, row) => {
      const obstacle = await obstacleTo(there, id);
      if (obstacle) {
        throw invalid("Something of this customer's is still under way.", { code: `erasure_${obstacle}` });
      }
      await forgetSearchesFor(there, knownOf(row));
      const ids = await idsOf(there, row.id);
      const before = { ...(await belongingsOf(there, row)), ids };
      await audit(there, "customer.erased", { subject: row.id, before });
      const objectIds = [...ids, ...(await blankMethods(there, ids)), ...(await taxIdsOf(there, ids))];
      await forgetOnLists(there, { ids, email: row.email });
      await blankCustomers(there, ids);
      const gone = await forgetCustomer(there, await findCustomer(there, row.id));
      const email = row.email === null ? null : seal(sealedFor, row.email);
      await enqueue(there, "customers.erase", { customerId: row.id, objectIds, email }, { runAt: there.now });
      return gone;
    }),
  );
}

/** What somebody is looked for by. */
function knownOf(row: CustomerRow): string[] {
  const { name, individualName, businessName, email, phone, shipping } = row;
  return [name, individualName, businessName, email, phone, shipping?.name].filter(
    (fact) => typeof fact === "string",
  );
}

async function blankCustomers(tx: Tx, ids: string[]): Promise<void> {
  for (const id of ids) {
    await update(tx, customers, id, {
      ...forgotten,
      preferredLocales: [],
      invoiceSettings: { custom_fields: null, footer: null, rendering_options: null },
      erasedAt: tx.now,
    });
  }
}

async function blankMethods(tx: Tx, ids: string[]): Promise<string[]> {
  const { environmentId, customerId, id } = paymentMethods;
  const whose = and(eq(environmentId, tx.environmentId), inArray(customerId, ids));
  const rows = await tx.db.select({ id }).from(paymentMethods).where(whose);
  await tx.db.update(paymentMethods).set({ billingDetails: nobodysDetails, metadata: {} }).where(whose);
  return rows.map((row) => row.id);
}

async function taxIdsOf(tx: Tx, ids: string[]): Promise<string[]> {
  const { environmentId, customerId, id } = taxIds;
  const rows = await tx.db
    .select({ id })
    .from(taxIds)
    .where(and(eq(environmentId, tx.environmentId), inArray(customerId, ids)));
  return rows.map((row) => row.id);
}
