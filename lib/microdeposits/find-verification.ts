import { and, desc, eq } from "drizzle-orm";
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
