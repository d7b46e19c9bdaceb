import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { customers } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type Lane, type Page, type PageRequest, readPage, type Stretch } from "#lib/lists/read-page";
import { along, backwards, within } from "#lib/lists/stretch";
import type { CustomerRow } from "./wire.ts";

/** Customers as the dashboard lists them, newest first, a bounded page at a time. `email`: exactly this one. */
export async function browseCustomers(
  viewer: Viewer,
  { email, page }: { email: string | null; page: PageRequest },
): Promise<Page<CustomerRow>> {
  authorize(viewer, "customers:read");
  const entries = and(
    eq(customers.environmentId, viewer.environmentId),
    email === null ? undefined : eq(customers.email, email),
  );
  return readPage([lane(await reader(viewer), entries)], page);
}

function lane({ db }: Handle, entries: SQL | undefined): Lane<CustomerRow> {
  return {
    read: (stretch, limit) =>
      db
        .select()
        .from(customers)
        .where(and(entries, ...within(customers, stretch), isNull(customers.deletedAt)))
        .orderBy(...along(customers, stretch.direction))
        .limit(limit),
    entry: (stretch, count) => entryAt(db, and(entries, ...within(customers, stretch)), stretch, count),
  };
}

async function entryAt(db: Handle["db"], where: SQL | undefined, { direction }: Stretch, count: number) {
  const walked = db
    .select({ createdAt: customers.createdAt, id: customers.id })
    .from(customers)
    .where(where)
    .orderBy(...along(customers, direction))
    .limit(count)
    .as("walked");
  const [last] = await db
    .select({ createdAt: walked.createdAt, id: walked.id, walked: sql`count(*) over ()`.mapWith(Number) })
    .from(walked)
    .orderBy(...backwards(walked, direction))
    .limit(1);
  return last && last.walked === count ? { createdAt: last.createdAt, id: last.id } : null;
}
