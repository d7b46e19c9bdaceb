import { and, isNull } from "drizzle-orm";
import { customers } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { emailKey } from "#lib/email-key";
import { type Lane, type Page, type PageRequest, readPage } from "#lib/lists/read-page";
import { entryAt, steps, type Walk } from "#lib/lists/walk";
import type { CustomerRow } from "./wire.ts";

/** Customers as the dashboard lists them, newest first, a bounded page at a time. `email`: this one, in any case. */
export async function browseCustomers(
  viewer: Viewer,
  { email, page }: { email: string | null; page: PageRequest },
): Promise<Page<CustomerRow>> {
  authorize(viewer, "customers:read");
  const pins = email === null ? [] : [{ column: customers.emailKey, value: emailKey(email) }];
  return readPage([lane(await reader(viewer), { table: customers, pins })], page);
}

function lane(handle: Handle, walk: Walk): Lane<CustomerRow> {
  return {
    async read(stretch, limit) {
      const { where, orderBy } = steps(walk, handle.environmentId, stretch);
      return handle.db
        .select()
        .from(customers)
        .where(and(...where, isNull(customers.deletedAt)))
        .orderBy(...orderBy)
        .limit(limit);
    },
    entry: (stretch, count) => entryAt(handle, walk, stretch, count),
  };
}
