import { and, asc, eq } from "drizzle-orm";
import { disputes, earlyFraudWarnings, reviews } from "#db/schema/index";
import { reader } from "#db/transaction";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { Aftermath } from "./moments.ts";

type Table = typeof disputes | typeof earlyFraudWarnings | typeof reviews;

/** The disputes, fraud warnings and reviews of a payment, first to last, as far as the viewer may see them. */
export async function aftermathOf(viewer: Viewer, paymentIntentId: string): Promise<Aftermath> {
  const { db } = await reader(viewer);
  const ofPayment = (table: Table) =>
    and(eq(table.environmentId, viewer.environmentId), eq(table.paymentIntentId, paymentIntentId));
  const first = (table: Table) => [asc(table.createdAt), asc(table.id)];
  const [seesDisputes, seesRadar] = [may(viewer, "disputes:read"), may(viewer, "radar:read")];
  return {
    disputes: seesDisputes
      ? await db
          .select()
          .from(disputes)
          .where(ofPayment(disputes))
          .orderBy(...first(disputes))
      : [],
    warnings: seesRadar
      ? await db
          .select()
          .from(earlyFraudWarnings)
          .where(ofPayment(earlyFraudWarnings))
          .orderBy(...first(earlyFraudWarnings))
      : [],
    reviews: seesRadar
      ? await db
          .select()
          .from(reviews)
          .where(ofPayment(reviews))
          .orderBy(...first(reviews))
      : [],
  };
}
