import { and, desc, eq, sum } from "drizzle-orm";
import { depositVerifications } from "#db/schema/index";
import type { Handle } from "#db/transaction";

export type VerificationRow = typeof depositVerifications.$inferSelect;

/** The newest deposits that a payment or setup waited for. */
export function newestOfSubject(handle: Handle, subjectId: string): Promise<VerificationRow | null> {
  return newest(handle, "subjectId", subjectId);
}

/** The newest deposits that were sent to a payment method. */
export function newestOfMethod(handle: Handle, paymentMethodId: string): Promise<VerificationRow | null> {
  return newest(handle, "paymentMethodId", paymentMethodId);
}

/** Wrong guesses at what was sent to one account in one way, at all payments and setups that wait for it together. */
export async function wrongGuesses(
  { db, environmentId }: Handle,
  { paymentMethodId, kind }: Pick<VerificationRow, "paymentMethodId" | "kind">,
): Promise<number> {
  const [row] = await db
    .select({ failures: sum(depositVerifications.failures).mapWith(Number) })
    .from(depositVerifications)
    .where(
      and(
        eq(depositVerifications.environmentId, environmentId),
        eq(depositVerifications.paymentMethodId, paymentMethodId),
        eq(depositVerifications.kind, kind),
        eq(depositVerifications.status, "pending"),
      ),
    );
  return row?.failures ?? 0;
}

async function newest(
  handle: Handle,
  by: "subjectId" | "paymentMethodId",
  id: string,
): Promise<VerificationRow | null> {
  const [found] = await handle.db
    .select()
    .from(depositVerifications)
    .where(
      and(eq(depositVerifications.environmentId, handle.environmentId), eq(depositVerifications[by], id)),
    )
    .orderBy(desc(depositVerifications.createdAt), desc(depositVerifications.id))
    .limit(1);
  return found ?? null;
}
