import { and, eq, gt, min, sql } from "drizzle-orm";
import { paymentIntents as payment } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type Currency, isCurrency } from "#lib/money";

/** The currencies payments were made in, in alphabetical order: one step along their index for each. */
export async function currenciesInUse(viewer: Viewer): Promise<Currency[]> {
  authorize(viewer, "payments:read");
  const handle = await reader(viewer);
  const next = handle.prepared("next currency of payments", (db) =>
    db
      .select({ currency: min(payment.currency) })
      .from(payment)
      .where(
        and(
          eq(payment.environmentId, sql.placeholder("environmentId")),
          gt(payment.currency, sql.placeholder("after")),
        ),
      )
      .prepare(),
  );
  const found: Currency[] = [];
  for (let after = ""; ;) {
    const [row] = await next.execute({ environmentId: viewer.environmentId, after });
    if (!row?.currency) return found;
    if (isCurrency(row.currency)) found.push(row.currency);
    after = row.currency;
  }
}
